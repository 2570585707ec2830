namespace Planner.Core.Opinions.Caps;

/// <summary>A second look at the same things makes nobody surer.</summary>
internal sealed class RepeatedLookCap : IConfidenceCap
{
    public HeldAt? Of(Opinion opinion, CapContext context) => context is { Earlier: { } earlier, HasNews: false } && HasReadNothingMore(opinion, earlier)
        ? new(earlier.Confidence, "it looked again, and at nothing that it had not seen before")
        : null;

    private static bool HasReadNothingMore(Opinion opinion, Opinion earlier) => !(opinion.Read ?? []).Except(earlier.Read ?? [], StringComparer.Ordinal).Any();
}
