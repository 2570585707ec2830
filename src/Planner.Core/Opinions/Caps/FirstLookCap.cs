namespace Planner.Core.Opinions.Caps;

/// <summary>Nobody has looked at it a second time.</summary>
internal sealed class FirstLookCap : IConfidenceCap
{
    private const int Most = 9;

    public HeldAt? Of(Opinion opinion, CapContext context) => context.Earlier is null ? new(Most, "it is a first look") : null;
}
