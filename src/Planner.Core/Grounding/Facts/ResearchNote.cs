using System.Text.Json.Serialization;

namespace Planner.Core.Grounding.Facts;

/// <summary>A fact found for a gap.</summary>
/// <param name="Gap">The gap's subject.</param>
/// <param name="Fact">One sentence.</param>
/// <param name="Source">Where it was found: <c>path:line</c>, a table, an endpoint.</param>
public sealed record ResearchNote(string Gap, string Fact, string Source)
{
    /// <summary>How a fact ends that says of a thing that it exists, and no more.</summary>
    public const string Exists = " exists.";

    /// <summary>True for such a fact. Who can look into the code with tools knows it, or finds it there.</summary>
    [JsonIgnore]
    public bool TellsOnlyThatItExists => Fact.EndsWith(Exists, StringComparison.Ordinal);
}
