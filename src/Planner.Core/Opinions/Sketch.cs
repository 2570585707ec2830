using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>What a node of a sketch stands for.</summary>
public enum PartKind
{
    /// <summary>An HTTP endpoint.</summary>
    Endpoint,

    /// <summary>A type of the code base.</summary>
    Type,

    /// <summary>A table or view.</summary>
    Table,

    /// <summary>A job or worker.</summary>
    Job,

    /// <summary>A rule that the database holds: a constraint or trigger.</summary>
    Rule,

    /// <summary>Something that leaves the process.</summary>
    Outside,
}

/// <summary>A thing that an option is made of.</summary>
/// <param name="Name">As the code base, the schema or the ticket calls it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsNew">True where it is not there yet.</param>
public sealed record SketchPart(string Name, PartKind Kind, bool IsNew);

/// <summary>One part reaches another.</summary>
/// <param name="From">Who acts.</param>
/// <param name="To">On what.</param>
/// <param name="Says">How, in two or three words.</param>
public sealed record SketchArrow(SketchPart From, SketchPart To, string Says);

/// <summary>How the parts of an option hang together. Parts are told by the arrows alone, so that none hangs in the air.</summary>
public sealed record Sketch(IReadOnlyList<SketchArrow> Arrows)
{
    /// <summary>Each part once, in the order in which arrows name them.</summary>
    [JsonIgnore]
    public IReadOnlyList<SketchPart> Parts => [.. Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct()];

    /// <summary>The options without sketches that would tell nothing: a sketch is worth reading only where every option has one and no two are alike.</summary>
    public static IReadOnlyList<DecisionOption> Telling(IReadOnlyList<DecisionOption> options) =>
        options.All(o => o.Sketch is { Arrows.Count: > 0 }) && Different(options)
            ? options
            : [.. options.Select(o => o with { Sketch = null })];

    private static bool Different(IReadOnlyList<DecisionOption> options) =>
        options.Select(o => string.Join('\n', o.Sketch!.Arrows)).Distinct(StringComparer.Ordinal).Count() == options.Count;
}
