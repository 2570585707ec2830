namespace Planner.Core.Grounding.Candidates;

/// <summary>A file that some source found, with what speaks for it.</summary>
internal sealed class FoundCandidate(string path, CandidateKind kind)
{
    private const int MostReasons = 4;
    private const string Weakly = "shares a little with the ticket and with its likeliest files";

    private readonly List<(double Weight, string Why)> reasons = [];

    public string Path => path;

    public CandidateKind Kind => kind;

    /// <summary>What all sources give it together.</summary>
    public double Weight { get; private set; }

    /// <summary>What counts most first; of the same weight, the source that was asked first.</summary>
    public IReadOnlyList<string> Reasons => reasons.Count == 0 ? [Weakly] :
        [.. reasons.OrderByDescending(r => r.Weight).Select(r => r.Why).Distinct(StringComparer.Ordinal).Take(MostReasons)];

    public void Add(double weight, string? why)
    {
        Weight += weight;
        if (why is not null)
        {
            reasons.Add((weight, why));
        }
    }
}
