using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;

namespace Planner.Codebase.CSharp;

/// <summary>Finds background and batch jobs by what they derive from and what they are called.</summary>
internal sealed class JobFinder
{
    private static readonly HashSet<string> Bases = new(StringComparer.Ordinal)
    {
        "IHostedService", "BackgroundService", "IHostedLifecycleService", "IJob", "IInvocable",
    };

    private static readonly string[] Endings =
    [
        "Job", "Pipeline", "Importer", "Exporter", "Import", "Export", "Worker", "Etl", "Ingestor", "Synchronizer",
    ];

    private readonly IReadOnlyList<TypeDraft> types;
    private readonly ILookup<string, TypeDraft> byName;
    private readonly ILookup<string, TypeDraft> byBase;
    private readonly Dictionary<string, string> tables;

    public JobFinder(IReadOnlyList<TypeDraft> types, IReadOnlyList<TableFact> tables)
    {
        this.types = types;
        byName = types.ToLookup(t => t.Fact.Name, StringComparer.Ordinal);
        byBase = types.SelectMany(t => t.Fact.Bases.Select(b => (b, t))).ToLookup(p => p.b, p => p.t, StringComparer.Ordinal);
        this.tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            this.tables.TryAdd(table.FullName.ToLowerInvariant(), table.FullName);
            this.tables.TryAdd($"{table.Schema}.{table.Name}".ToLowerInvariant(), table.FullName);
            this.tables.TryAdd(table.Name.ToLowerInvariant(), table.FullName);
        }
    }

    public IReadOnlyList<JobFact> Jobs() =>
        [.. types.Where(IsJob).Select(t => new JobFact(t.Fact.Name, t.Fact.File, t.Fact.Line, TablesOf(t)))];

    private static bool IsJob(TypeDraft type) =>
        type.Fact.Kind is "class" or "record"
        && (type.Fact.Bases.Any(Bases.Contains) || Endings.Any(e => type.Fact.Name.Length > e.Length && type.Fact.Name.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>
    /// Tables in its own strings, and in those of the types of its own folder that it uses, by themselves or through their
    /// interfaces: readers and writers are kept beside their job.
    /// </summary>
    private List<string> TablesOf(TypeDraft job)
    {
        var folder = Folder(job);
        return [.. job.Names.SelectMany(n => byName[n].Concat(byBase[n])).Where(t => Folder(t) == folder).Prepend(job)
            .SelectMany(t => t.SqlNames)
            .Select(n => tables.GetValueOrDefault(n))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    private static string Folder(TypeDraft type) => PathParts.Folder(type.Fact.File);
}
