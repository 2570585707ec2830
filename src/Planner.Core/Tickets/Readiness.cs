namespace Planner.Core.Tickets;

/// <summary>Whether a ticket says enough to be planned.</summary>
public abstract record Readiness
{
    private Readiness()
    {
    }

    /// <summary>It can be planned.</summary>
    public sealed record Ready : Readiness;

    /// <summary>It gets questions instead of a plan.</summary>
    /// <param name="Reason">One line, like "The description is only a link."</param>
    /// <param name="Questions">What to ask the reporter.</param>
    public sealed record NotReady(string Reason, IReadOnlyList<string> Questions) : Readiness;
}
