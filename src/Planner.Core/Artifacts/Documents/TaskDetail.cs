using Planner.Core.Opinions;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What a task says, taken apart: paragraphs, and what changes in each of its files, where lines like <c>- `path`: what</c> tell it.</summary>
internal sealed class TaskDetail
{
    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly List<string> paragraphs = [];

    public TaskDetail(PlanTask task)
    {
        foreach (var line in task.Detail.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (task.Files.Select(f => f.Path).FirstOrDefault(p => line.StartsWith(Head(p), StringComparison.Ordinal)) is { } path)
            {
                files[path] = line[Head(path).Length..].Trim();
            }
            else
            {
                paragraphs.Add(line);
            }
        }
    }

    public IReadOnlyList<string> Paragraphs => paragraphs;

    /// <summary>What changes in a file; null where it is not told by itself.</summary>
    public string? Of(string path) => files.GetValueOrDefault(path);

    private static string Head(string path) => $"- `{path}`:";
}
