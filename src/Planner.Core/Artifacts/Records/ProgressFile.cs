using Planner.Core.Opinions;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>
/// How far the work on a version is: a document that tickets share, since versions themselves never change. Holds tasks
/// that somebody has said something about.
/// </summary>
public sealed record ProgressFile(IReadOnlyList<ProgressEntry> Tasks)
{
    /// <summary>Where it lies for a version.</summary>
    public static string PathOf(string ticket, int version) => $"progress/{ticket}/v{version}.json";

    /// <summary>The document as it stands; null text for none.</summary>
    public static ProgressFile Read(string? text) => text is null ? new([]) : PlanJson.Read<ProgressFile>(text);

    /// <summary>The document with a task's entry put in or replaced, in order of ids.</summary>
    public ProgressFile With(ProgressEntry entry) =>
        new([.. Tasks.Where(t => t.Id != entry.Id).Append(entry).OrderBy(t => t.Id, StringComparer.Ordinal)]);
}

/// <summary>How far a task is.</summary>
/// <param name="Id">Like T001.</param>
/// <param name="Status">Todo, Doing, Done or Blocked.</param>
/// <param name="Note">What whoever works on it says; may be empty.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record ProgressEntry(string Id, TaskProgress Status, string Note, string By, DateTimeOffset At);
