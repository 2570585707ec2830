namespace Planner.Benchmarks;

/// <summary>How much a figure measures: as its name says, or so little that it takes seconds and shows only that the command works.</summary>
internal sealed record Scale(bool IsSmoke)
{
    /// <summary>The one of two sizes that is asked for.</summary>
    public T Of<T>(T usual, T smoke) => IsSmoke ? smoke : usual;
}
