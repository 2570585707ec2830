using Planner.Core.Grounding.Facts;

namespace Planner.Core.Opinions;

/// <summary>What the database specialist designs.</summary>
public sealed record SchemaDesign : Design
{
    /// <summary>Migrations in order.</summary>
    public IReadOnlyList<MigrationScript> Migrations { get; init; } = [];

    /// <summary>Tables as they will be, those touched and those they refer to.</summary>
    public IReadOnlyList<TableFact> Tables { get; init; } = [];

    /// <summary>Indexes and why.</summary>
    public IReadOnlyList<IndexAdvice> Indexes { get; init; } = [];

    /// <summary>Rules that data must keep.</summary>
    public IReadOnlyList<ValidationRule> Rules { get; init; } = [];

    /// <summary>Queries that show the use.</summary>
    public IReadOnlyList<SampleQuery> Queries { get; init; } = [];

    /// <summary>How to get there without downtime, step by step.</summary>
    public IReadOnlyList<string> ZeroDowntime { get; init; } = [];

    /// <summary>Whether partitioning matters, in a sentence.</summary>
    public string Partitioning { get; init; } = "";

    internal override T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance) => schema(this);
}

/// <summary>When a migration is applied: expand, fill, contract.</summary>
public enum MigrationRole
{
    /// <summary>Before the code: it adds what the version before neither reads nor writes.</summary>
    Expand,

    /// <summary>It gives rows of today their values, and can be run again.</summary>
    Fill,

    /// <summary>In a release of its own, after all else: it takes away what the version before still uses.</summary>
    Contract,
}

/// <summary>A migration with its way back.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="UpPath">The script's path.</param>
/// <param name="DownPath">The rollback's path; null where the tool keeps both in one file.</param>
/// <param name="Up">SQL.</param>
/// <param name="Down">SQL.</param>
/// <param name="Tables">Full names of tables that it writes.</param>
/// <param name="Locks">Which locks it takes and for how long.</param>
public sealed record MigrationScript(string Name, string UpPath, string? DownPath, string Up, string Down, IReadOnlyList<string> Tables, string Locks)
{
    /// <summary>Why it cannot be undone without loss, or null.</summary>
    public string? Irreversible { get; init; }

    /// <summary>What it is in the way without downtime.</summary>
    public MigrationRole Role { get; init; }
}

/// <summary>An index and its reason.</summary>
public sealed record IndexAdvice(string Table, IReadOnlyList<string> Columns, bool Unique, string Reason);

/// <summary>A rule for data.</summary>
public sealed record ValidationRule(string Table, string Column, string Rule, string Reason);

/// <summary>A query and what it shows.</summary>
public sealed record SampleQuery(string Purpose, string Sql);

/// <summary>What the ETL specialist designs.</summary>
public sealed record PipelineDesign : Design
{
    /// <summary>Changed or new pipelines.</summary>
    public IReadOnlyList<PipelineChange> Pipelines { get; init; } = [];

    internal override T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance) => pipelines(this);
}

/// <summary>A pipeline.</summary>
public sealed record PipelineChange
{
    /// <summary>The job's name.</summary>
    public required string Job { get; init; }

    /// <summary>The job's main file.</summary>
    public required string File { get; init; }

    /// <summary>add or modify.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>Tables it reads.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Tables it writes.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>What makes a second load harmless.</summary>
    public required string Idempotency { get; init; }

    /// <summary>In which order it reads.</summary>
    public required string Ordering { get; init; }

    /// <summary>How history is filled.</summary>
    public required string Backfill { get; init; }

    /// <summary>SQL that compares source and target.</summary>
    public required string Reconciliation { get; init; }

    /// <summary>When it runs and by when it must be done.</summary>
    public required string Schedule { get; init; }

    /// <summary>What happens when it fails and how it is replayed.</summary>
    public required string Failure { get; init; }

    /// <summary>What becomes of the data.</summary>
    public IReadOnlyList<Transformation> Transformations { get; init; } = [];
}

/// <summary>One transformation with an example.</summary>
public sealed record Transformation(string From, string To, string Rule, string Example);
