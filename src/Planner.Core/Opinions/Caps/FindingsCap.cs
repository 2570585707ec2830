namespace Planner.Core.Opinions.Caps;

/// <summary>What the guard still found after the one repair.</summary>
internal sealed class FindingsCap : IConfidenceCap
{
    private const int Most = 5;

    public HeldAt? Of(Opinion opinion, CapContext context) => opinion.Findings.Count(f => !f.Corrected) is > 0 and var left
        ? new(Most, $"{left} {(left == 1 ? "thing" : "things")} in it did not fit, even after it was asked to put that right")
        : null;
}
