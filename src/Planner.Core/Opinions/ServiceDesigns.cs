namespace Planner.Core.Opinions;

/// <summary>What the service specialist designs.</summary>
public sealed record ServiceDesign : Design
{
    /// <summary>Changed or new types.</summary>
    public IReadOnlyList<ServiceChange> Services { get; init; } = [];

    /// <summary>Business rules, each with the criterion it comes from.</summary>
    public IReadOnlyList<BusinessRule> Rules { get; init; } = [];

    internal override T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance) => services(this);
}

/// <summary>A type that changes.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Kind">class, record or interface.</param>
/// <param name="File">Its file.</param>
/// <param name="Change">add or modify.</param>
/// <param name="Members">Members to add or change.</param>
/// <param name="DependsOn">Types it calls.</param>
/// <param name="UsedBy">Types that call it today.</param>
public sealed record ServiceChange(
    string Type,
    string Kind,
    string File,
    ChangeKind Change,
    IReadOnlyList<MemberSpec> Members,
    IReadOnlyList<string> DependsOn,
    IReadOnlyList<string> UsedBy);

/// <summary>A member with its documentation and errors.</summary>
public sealed record MemberSpec(string Signature, string Purpose, IReadOnlyList<string> Errors);

/// <summary>A rule and its criterion.</summary>
public sealed record BusinessRule(string Text, string Criterion, string Home);

/// <summary>What the API specialist designs.</summary>
public sealed record ApiDesign : Design
{
    /// <summary>Changed or new endpoints.</summary>
    public IReadOnlyList<EndpointChange> Endpoints { get; init; } = [];

    /// <summary>The OpenAPI document to change, or null.</summary>
    public string? OpenApiDocument { get; init; }

    internal override T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance) => api(this);
}

/// <summary>An endpoint that changes.</summary>
public sealed record EndpointChange
{
    /// <summary>Upper case.</summary>
    public required string Method { get; init; }

    /// <summary>With a leading slash.</summary>
    public required string Route { get; init; }

    /// <summary>add or modify.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>The file of its handler.</summary>
    public required string File { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Purpose { get; init; }

    /// <summary>Fields of the request body.</summary>
    public IReadOnlyList<ApiField> Request { get; init; } = [];

    /// <summary>The status on success.</summary>
    public required int SuccessStatus { get; init; }

    /// <summary>Fields of the response body.</summary>
    public IReadOnlyList<ApiField> Response { get; init; } = [];

    /// <summary>True where the answer is a list of such bodies.</summary>
    public bool ListsResponse { get; init; }

    /// <summary>Headers that a caller must send beside those of HTTP itself.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Errors.</summary>
    public IReadOnlyList<ApiError> Errors { get; init; } = [];

    /// <summary>Who may call it and how that is proven.</summary>
    public required string Authorization { get; init; }

    /// <summary>Public, internal, personal or confidential, with the reason.</summary>
    public required string DataClass { get; init; }

    /// <summary>Criteria it serves.</summary>
    public IReadOnlyList<string> Satisfies { get; init; } = [];
}

/// <summary>A field; the type in OpenAPI's words (string, integer, number, boolean, array, object) with its format or null.</summary>
public sealed record ApiField(string Name, string Type, string? Format, bool Required, string Rule, string Example);

/// <summary>An error answer.</summary>
public sealed record ApiError(int Status, string Code, string When);
