namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>One command line of <c>planner plan</c>, given as often as it takes; each plan has its own ticket folder and output.</summary>
internal sealed record SamplePlan(string Key, string Ticket, string Codebase, string Output)
{
    /// <summary>Settings in the command's environment.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The run that the command starts or goes on with.</summary>
    public string RunId => $"{Key}-cli-1";

    /// <summary>Where the ticket lies and its comment is written.</summary>
    public string TicketFolder => Path.GetDirectoryName(Ticket)!;

    /// <summary>The folder of the engine's data.</summary>
    public string EngineData => Path.Combine(Output, ".planner", Key);

    /// <summary>Arguments after <c>planner</c>.</summary>
    public IReadOnlyList<string> Arguments => ["plan", Ticket, "--codebase", Codebase, "--out", Output, "--non-interactive"];

    /// <summary>A text in which this plan's folders are named alike in all plans.</summary>
    public string Portable(string text) =>
        text.Replace(Output, "OUT", StringComparison.Ordinal).Replace(TicketFolder, "TICKETS", StringComparison.Ordinal);
}
