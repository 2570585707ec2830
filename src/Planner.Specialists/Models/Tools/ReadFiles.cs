namespace Planner.Specialists.Models.Tools;

/// <summary>Files whose lines a model was shown in a talk, whether it asked for them or was given them. What it says is held against them.</summary>
internal sealed class ReadFiles
{
    private readonly SortedSet<string> paths = new(StringComparer.Ordinal);

    /// <summary>Paths from the root, each once, sorted.</summary>
    public IReadOnlyList<string> Paths => [.. paths];

    /// <summary>Notes a file that was shown.</summary>
    public void Add(string path) => paths.Add(path);
}
