namespace Planner.Core.Opinions;

/// <summary>What the performance specialist measures and watches.</summary>
public sealed record PerformanceDesign : Design
{
    /// <summary>What changes and how fast it must be, as far as the ticket says so.</summary>
    public IReadOnlyList<PerformanceTarget> Targets { get; init; } = [];

    /// <summary>Rows of tables as the ticket states them; measurements run on as many.</summary>
    public IReadOnlyList<TableVolume> Volumes { get; init; } = [];

    /// <summary>Reads that grow with the data.</summary>
    public IReadOnlyList<HotPath> HotPaths { get; init; } = [];

    /// <summary>The load script that the plan adds, or null where the repository has none to follow.</summary>
    public string? Script { get; init; }

    /// <summary>True where nothing is stated, found or asked.</summary>
    internal bool IsEmpty => Targets.Count + HotPaths.Count == 0;

    internal override T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance) => performance(this);
}

/// <summary>An endpoint or job with the figures that the ticket states; what it does not state is null.</summary>
/// <param name="Subject">Like <c>GET /api/orders</c>, or a job's name.</param>
/// <param name="Limit">Like <c>300 ms</c>.</param>
public sealed record PerformanceTarget(string Subject, string? Limit)
{
    /// <summary>Like <c>p95</c>.</summary>
    public string? Percentile { get; init; }

    /// <summary>Like <c>20 requests per second</c>; a job's load are the rows it reads.</summary>
    public string? Load { get; init; }

    /// <summary>What the ticket says it takes at present.</summary>
    public string? Today { get; init; }

    /// <summary>Where production tells the figure, or null where nothing in the repository does.</summary>
    public string? Source { get; init; }

    /// <summary>The question that asks for what is missing, or null.</summary>
    public string? Question { get; init; }

    /// <summary>The question that asks for the source, or null.</summary>
    public string? SourceQuestion { get; init; }

    /// <summary>The test that measures it, or null.</summary>
    public string? Test { get; init; }

    /// <summary>True for an endpoint, false for a job.</summary>
    internal bool IsEndpoint => Subject.Contains(" /", StringComparison.Ordinal);
}

/// <summary>How many rows a table has.</summary>
public sealed record TableVolume(string Table, string Rows);

/// <summary>A read that grows with the data.</summary>
/// <param name="Subject">A job, an endpoint or a criterion.</param>
/// <param name="Table">The table, or null where all that an endpoint lists is meant.</param>
/// <param name="Columns">Columns that it searches or sorts by and that no index begins with.</param>
/// <param name="Place">Where it was found.</param>
/// <param name="Risk">The risk that tells what may happen, or null.</param>
/// <param name="Question">The question about its size or bound, or null.</param>
public sealed record HotPath(string Subject, string? Table, IReadOnlyList<string> Columns, string Place, string? Risk, string? Question);
