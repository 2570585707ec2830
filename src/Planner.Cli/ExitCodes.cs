namespace Planner.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>A plan was written.</summary>
    public const int Planned = 0;

    /// <summary>It failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage, or input that cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The ticket is not ready; questions were written.</summary>
    public const int NotReady = 3;

    /// <summary>With <c>--strict</c>: a gate failed or a decision is provisional.</summary>
    public const int Strict = 4;

    /// <summary>Ended by Ctrl-C; the same command goes on later.</summary>
    public const int Interrupted = 130;
}
