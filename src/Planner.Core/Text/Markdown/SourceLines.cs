namespace Planner.Core.Text.Markdown;

/// <summary>Lines of a text by the places of its characters.</summary>
internal sealed class SourceLines
{
    private readonly List<int> starts = [0];

    public SourceLines(string text)
    {
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }
    }

    public int Count => starts.Count;

    /// <summary>The line that holds a character, from 1.</summary>
    public int At(int place) => starts.BinarySearch(place) is var at && at >= 0 ? at + 1 : ~at;
}
