namespace Planner.Core.Grounding.Facts;

/// <summary>A fact found for a gap.</summary>
/// <param name="Gap">The gap's subject.</param>
/// <param name="Fact">One sentence.</param>
/// <param name="Source">Where it was found: <c>path:line</c>, a table, an endpoint.</param>
public sealed record ResearchNote(string Gap, string Fact, string Source);
