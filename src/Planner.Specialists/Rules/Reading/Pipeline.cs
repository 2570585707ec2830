using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>A job with its parts and tables as they will be.</summary>
/// <param name="Job">The job.</param>
/// <param name="Sources">What it reads, with new tables and columns.</param>
/// <param name="Targets">What it writes, with new columns.</param>
/// <param name="Progress">Where it keeps how far it is, or null.</param>
/// <param name="Watermark">The column by which it tells new rows, or null.</param>
/// <param name="Parts">Types beside the job: extractor, transformer, loader.</param>
internal sealed record Pipeline(
    JobFact Job,
    IReadOnlyList<TableFact> Sources,
    IReadOnlyList<TableFact> Targets,
    TableFact? Progress,
    string? Watermark,
    IReadOnlyList<TypeFact> Parts)
{
    public static Pipeline Of(JobFact job, TicketContext brief)
    {
        var tables = JobTables.Of(job, brief.Grounding);
        var after = brief.Schema.After(brief.Grounding).ToDictionary(t => t.FullName, StringComparer.Ordinal);
        var feeds = brief.Schema.Tables.Select(t => t.Fact).Where(t => Feeds(t, tables, brief));
        var folder = PathParts.Folder(job.File);
        return new Pipeline(
            job,
            [.. tables.Sources.Select(t => after.GetValueOrDefault(t.FullName, t)).Concat(feeds).DistinctBy(t => t.FullName)],
            [.. tables.Targets.Select(t => after.GetValueOrDefault(t.FullName, t))],
            tables.Progress,
            Watermarks.Of(job, brief),
            [.. brief.Grounding.Types
                .Where(t => PathParts.Folder(t.File) == folder && t.Name != job.Name && !brief.Files.IsTest(t.File))
                .OrderBy(t => t.File, StringComparer.Ordinal)]);
    }

    /// <summary>Columns of the targets that the ticket adds.</summary>
    public IReadOnlyList<(TableFact Table, ColumnFact Column)> NewColumns(TicketContext brief) =>
        [.. brief.Schema.Columns
            .Where(c => Targets.Any(t => t.FullName == c.Table.FullName))
            .SelectMany(c => c.Columns.Select(n => (Targets.First(t => t.FullName == c.Table.FullName), n)))];

    /// <summary>The part in a role, like the extractor; a class before its interface.</summary>
    public TypeFact? Part(params string[] roles) =>
        Parts.FirstOrDefault(p => p.Kind == "class" && roles.Any(r => p.Name.Contains(r, StringComparison.OrdinalIgnoreCase)));

    /// <summary>A new table feeds the job where it hangs on a source and a criterion for the job speaks of it.</summary>
    private static bool Feeds(TableFact table, JobTables tables, TicketContext brief)
    {
        var hangs = table.ForeignKeys.Any(f => tables.Sources.Any(s => s.FullName == f.Table));
        return hangs && brief.Claims.For(SpecialistNames.Etl).Any(c => Words.Names(c.Text, table.FullName) || Words.Overlap(table.Name, c.Text) > 0);
    }
}
