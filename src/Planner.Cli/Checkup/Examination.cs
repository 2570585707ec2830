namespace Planner.Cli.Checkup;

/// <summary>Something that is looked at.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Look">Says in a line what was found, null where it is not set up; throws what is wrong.</param>
internal sealed record Examination(string Name, Func<CancellationToken, Task<string?>> Look);

/// <summary>What came of it.</summary>
internal abstract record CheckupFinding(string Name, params IReadOnlyList<string> Lines)
{
    /// <summary>It is as it should be.</summary>
    public sealed record Fine(string Name, string Text) : CheckupFinding(Name, Text);

    /// <summary>It is not set up, and need not be.</summary>
    public sealed record Absent(string Name) : CheckupFinding(Name, "not set up");

    /// <summary>It is wrong; each line says how to mend one thing.</summary>
    public sealed record Wrong(string Name, params IReadOnlyList<string> Faults) : CheckupFinding(Name, Faults);
}
