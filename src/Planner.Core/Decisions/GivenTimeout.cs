namespace Planner.Core.Decisions;

/// <summary>Somebody said, while a run was under way, how long it waits for people from then on.</summary>
/// <param name="Number">Counts within the run; the highest one stands.</param>
/// <param name="Timeout">For what is open, from <paramref name="At"/> on; for what is asked later, from then on. 0 to 365 days.</param>
/// <param name="At">When it was said.</param>
public sealed record GivenTimeout(int Number, TimeSpan Timeout, DateTimeOffset At)
{
    /// <summary>Until when an answer is waited for to what was published then.</summary>
    public DateTimeOffset Deadline(DateTimeOffset published) => (At > published ? At : published) + Timeout;
}
