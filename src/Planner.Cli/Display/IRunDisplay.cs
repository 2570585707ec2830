using Planner.Durability;

namespace Planner.Cli.Display;

/// <summary>Shows a run while it goes on: a tree in a terminal, lines elsewhere, nothing with <c>--json</c>.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows entries as they come until <paramref name="until"/> completes.</summary>
    Task Follow(IAsyncEnumerable<JournalEntry> entries);

    /// <summary>One line about the run as a whole.</summary>
    void Say(string line);
}
