using System.Text.Json.Serialization;

namespace Planner.Core.Grounding.Facts;

/// <summary>A file that a change for the ticket may touch, for whoever chooses among many.</summary>
/// <param name="Path">From the root, always one of the inventory.</param>
/// <param name="Types">Names that it declares, the first few; empty where it declares none.</param>
/// <param name="Rank">Its place among the candidates, from 1: the likeliest by rules first.</param>
/// <param name="Reasons">Why it is one, what counts most first, at most four; <c>why</c> in JSON.</param>
public sealed record CandidateFile(
    string Path, IReadOnlyList<string> Types, int Rank, [property: JsonPropertyName("why")] IReadOnlyList<string> Reasons);
