using Planner.Durability;

namespace Planner.Cli.Display;

/// <summary>Nothing: standard output belongs to one JSON document.</summary>
internal sealed class SilentDisplay : IRunDisplay
{
    public async Task Follow(IAsyncEnumerable<JournalEntry> entries)
    {
        await foreach (var _ in entries)
        {
        }
    }

    public void Say(string line)
    {
    }
}
