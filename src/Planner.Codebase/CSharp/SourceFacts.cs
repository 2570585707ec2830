using Planner.Codebase.CSharp.Tables;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>What one C# file says, before it is brought together with the others.</summary>
internal sealed record SourceFacts
{
    public required IReadOnlyList<TypeDraft> Types { get; init; }

    public required IReadOnlyList<RegistrationFact> Registrations { get; init; }

    public required IReadOnlyList<TestDraft> Tests { get; init; }

    public required RouteFacts Routes { get; init; }

    /// <summary>Values of constant strings by <c>Type.Name</c>.</summary>
    public required IReadOnlyDictionary<string, string> Constants { get; init; }

    /// <summary>What it says about tables; null in nearly all files.</summary>
    public ModelDraft? Model { get; init; }

    public required bool HasErrors { get; init; }
}

/// <summary>A type and what it mentions.</summary>
/// <param name="Fact">Without uses: which names are types is known only when all files are read.</param>
/// <param name="Names">Names that stand in it.</param>
/// <param name="SqlNames">Names that follow FROM, JOIN, INTO and the like in its strings, lower case.</param>
internal sealed record TypeDraft(TypeFact Fact, IReadOnlyCollection<string> Names, IReadOnlyCollection<string> SqlNames);

/// <summary>A test method; <paramref name="Outer"/> are the names of the classes around its own, inner first.</summary>
internal sealed record TestDraft(string Class, IReadOnlyList<string> Outer, string Method, int Line);

/// <summary>What a file says about routes.</summary>
internal sealed record RouteFacts(
    IReadOnlyList<RouteDraft> Mapped,
    IReadOnlyList<RouteCall> Calls,
    IReadOnlyList<ControllerDraft> Controllers,
    IReadOnlyList<EndpointFact> Functions);

/// <summary>A method that routes are mapped in.</summary>
internal sealed record RouteHome(string Type, string Method);

/// <summary>A piece of a route: its text, or the name of a constant that holds it.</summary>
internal readonly record struct RoutePart(string Text, bool IsName);

/// <summary>Routes so far; <paramref name="FromCaller"/> where they begin at a builder that the method was given.</summary>
internal sealed record RoutePrefix(bool FromCaller, IReadOnlyList<RoutePart> Parts)
{
    public static RoutePrefix None { get; } = new(FromCaller: false, []);

    public RoutePrefix Then(IReadOnlyList<RoutePart> more) => this with { Parts = [.. Parts, new RoutePart("/", false), .. more] };
}

/// <summary>A minimal API route; the method is upper case.</summary>
internal sealed record RouteDraft(string Method, RoutePrefix Route, RouteHome Home, string Handler, int Line, string? Access);

/// <summary>A call that hands a builder on.</summary>
internal sealed record RouteCall(string Method, string? Qualifier, RoutePrefix Prefix, RouteHome Home);

/// <summary>A controller class, or a base of one.</summary>
internal sealed record ControllerDraft(
    string Name, bool IsAbstract, IReadOnlyList<string> Bases, IReadOnlyList<IReadOnlyList<RoutePart>> Routes, IReadOnlyList<ActionDraft> Actions)
{
    /// <summary>What it states about who may call; null where it states nothing.</summary>
    public string? Access { get; init; }
}

/// <summary>An action of a controller; a template of null means that there is none.</summary>
internal sealed record ActionDraft(string Name, string Method, IReadOnlyList<RoutePart>? Template, int Line, string? Access);
