using Planner.Durability;
using Spectre.Console;

namespace Planner.Cli.Display;

/// <summary>A live tree of the story's steps.</summary>
internal sealed class TreeDisplay(IAnsiConsole console) : IRunDisplay
{
    private readonly StepTree tree = new();

    public Task Follow(IAsyncEnumerable<JournalEntry> entries) =>
        console.Live(tree.Render()).StartAsync(async live =>
        {
            await foreach (var entry in entries)
            {
                tree.Add(entry);
                live.UpdateTarget(tree.Render());
                live.Refresh();
            }
        });

    public void Say(string line) => console.WriteLine(Terminal.Clean(line));
}
