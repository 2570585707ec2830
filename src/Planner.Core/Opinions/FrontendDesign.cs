namespace Planner.Core.Opinions;

/// <summary>What the front-end specialist designs.</summary>
public sealed record FrontendDesign : Design
{
    /// <summary>How the front end is built, as found: like <c>React (TypeScript)</c> or <c>Razor pages</c>.</summary>
    public string Make { get; init; } = "";

    /// <summary>Changed or new views.</summary>
    public IReadOnlyList<ViewChange> Views { get; init; } = [];

    internal override T Match<T>(
        Func<SchemaDesign, T> schema,
        Func<PipelineDesign, T> pipelines,
        Func<ServiceDesign, T> services,
        Func<ApiDesign, T> api,
        Func<FrontendDesign, T> frontend,
        Func<PerformanceDesign, T> performance) => frontend(this);
}

/// <summary>A page, view or component that changes.</summary>
/// <param name="Name">Its name, without extension.</param>
/// <param name="File">Its file.</param>
/// <param name="Change">add or modify.</param>
/// <param name="Purpose">What people can do there after the change.</param>
/// <param name="Calls">Endpoints whose answers it shows or that it calls, like <c>GET /api/orders</c>.</param>
/// <param name="States">What it shows besides the usual case, each as state and words: waiting, nothing there, refused.</param>
/// <param name="Satisfies">Criteria.</param>
public sealed record ViewChange(
    string Name,
    string File,
    ChangeKind Change,
    string Purpose,
    IReadOnlyList<string> Calls,
    IReadOnlyList<ViewState> States,
    IReadOnlyList<string> Satisfies);

/// <summary>A state of a view and what people see in it.</summary>
public sealed record ViewState(string State, string Shown);
