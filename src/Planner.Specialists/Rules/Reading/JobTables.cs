using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>What a job reads and writes, and where it keeps how far it is; told by schema and names.</summary>
internal sealed record JobTables(IReadOnlyList<TableFact> Sources, IReadOnlyList<TableFact> Targets, TableFact? Progress)
{
    private static readonly string[] Warehouse = Lexicon.Words("reading", "warehouse");
    private static readonly string[] TargetParts = Lexicon.Words("reading", "target-parts");
    private static readonly string[] ProgressParts = Lexicon.Words("reading", "progress-parts");

    public IEnumerable<TableFact> All => Sources.Concat(Targets);

    public static JobTables Of(JobFact job, TicketGrounding grounding)
    {
        var known = grounding.Tables.Where(t => job.Tables.Any(j => j == t.FullName || j == t.Name)).ToList();
        var progress = known.Find(IsProgress);
        var targets = known.Where(t => t != progress && IsTarget(t)).ToList();
        return new JobTables([.. known.Where(t => t != progress && !targets.Contains(t))], targets, progress);
    }

    private static bool IsTarget(TableFact table) =>
        Warehouse.Contains(table.Schema, StringComparer.Ordinal) || Words.Split(table.Name).Any(p => TargetParts.Contains(p, StringComparer.Ordinal));

    private static bool IsProgress(TableFact table) =>
        Words.Split(table.Name).Select(Words.Singular).Any(p => ProgressParts.Contains(p, StringComparer.Ordinal));
}
