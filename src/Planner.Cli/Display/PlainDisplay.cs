using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Cli.Display;

/// <summary>One plain line for everything that was done, and for what it cost so far.</summary>
internal sealed class PlainDisplay(TextWriter output) : IRunDisplay
{
    public async Task Follow(IAsyncEnumerable<JournalEntry> entries)
    {
        await foreach (var entry in entries.Where(e => e.Kind != JournalKinds.Status || JournalKinds.IsSpending(e.Id)))
        {
            Say(entry.Text);
        }
    }

    public void Say(string line) => output.WriteLine(Terminal.Clean(line));
}
