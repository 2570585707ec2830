namespace Planner.Core.Opinions.Caps;

/// <summary>It says itself what it would have to know.</summary>
internal sealed class UnknownsCap : IConfidenceCap
{
    private const int Most = 8;

    public HeldAt? Of(Opinion opinion, CapContext context) => opinion.Gaps.Count > 0
        ? new(Most, $"it does not know {EvidenceCaps.Named([.. opinion.Gaps.Select(g => g.Subject)])}")
        : null;
}
