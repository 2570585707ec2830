namespace Planner.Core.Opinions.Caps;

/// <summary>A task of which nobody can see what it changes.</summary>
internal sealed class IdleTaskCap : IConfidenceCap
{
    private const int Most = 7;

    public HeldAt? Of(Opinion opinion, CapContext context) => opinion.Tasks.FirstOrDefault(t => t.Files.Count == 0) is { } task
        ? new(Most, $"its task \"{task.Title.TrimEnd('.')}\" names no file that it changes")
        : null;
}
