namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>What became of a plan whose process was killed once.</summary>
/// <param name="Moment">Where it was meant to be killed, as a part of the run's time.</param>
/// <param name="Events">History events that were durable at the kill.</param>
/// <param name="AllEvents">History events of an undisturbed run.</param>
/// <param name="TooLate">True where the run had already ended each time.</param>
/// <param name="Differences">What is not as after an undisturbed run; empty where it survived.</param>
internal sealed record KillOutcome(double Moment, int Events, int AllEvents, bool TooLate, IReadOnlyList<string> Differences)
{
    public bool Survived => Differences.Count == 0;

    public override string ToString() =>
        $"kill at {Moment:P0} of the time, after {Events} of {AllEvents} events: {(Survived ? "survived" : string.Join("; ", Differences))}";
}
