namespace Planner.Core.Opinions.Guarding;

/// <summary>What does not fit costs confidence: one thing keeps it below what counts as sure, each more takes one.</summary>
internal static class ConfidenceCap
{
    private const int BelowSure = 8;
    private const int Least = 3;
    private const int MostTold = 2;

    public static Opinion Held(Opinion opinion, IReadOnlyList<OpinionFinding> findings)
    {
        var missing = findings.Where(f => !f.Corrected).ToList();
        if (missing.Count == 0 || !opinion.Applies)
        {
            return opinion;
        }

        var confidence = Math.Min(opinion.Confidence, Math.Max(Least, BelowSure - missing.Count));
        var more = missing.Count > MostTold ? $" {missing.Count - MostTold} more did not fit either." : "";
        return opinion with
        {
            Confidence = confidence,
            Rationale =
                $"{opinion.Rationale} Held at {confidence}, since not all of it fits: {string.Join(" ", missing.Take(MostTold).Select(f => f.Message))}{more}",
        };
    }
}
