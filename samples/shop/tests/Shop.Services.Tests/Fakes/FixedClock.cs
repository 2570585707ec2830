namespace Shop.Services.Tests.Fakes;

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public FixedClock()
        : this(Noon)
    {
    }

    public override DateTimeOffset GetUtcNow() => now;
}
