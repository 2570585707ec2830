namespace Planner.Functions.Tests.Durable;

/// <summary>The system's clock, put forward by hand: Durable Task beside it has the real one.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private TimeSpan shift;

    public void Advance(TimeSpan by) => shift += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
