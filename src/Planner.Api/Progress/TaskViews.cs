using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;

namespace Planner.Api.Progress;

/// <summary>The execution plan, wave by wave, and how far it is.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="Version">Null while the run has written none; then there are no tasks.</param>
/// <param name="Tasks">As in <c>tasks.json</c>, with the status of now.</param>
/// <param name="Tests">As in <c>tasks.json</c>.</param>
/// <param name="Waves">With what is left in each.</param>
/// <param name="Notes">What was said about tasks.</param>
public sealed record TaskListView(
    string RunId,
    string Ticket,
    int? Version,
    IReadOnlyList<TaskEntry> Tasks,
    IReadOnlyList<TestEntry> Tests,
    IReadOnlyList<WaveView> Waves,
    IReadOnlyList<ProgressEntry> Notes);

/// <summary>Tasks that can be done at the same time.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Tasks">Ids.</param>
/// <param name="Gate">What must hold before the next wave.</param>
/// <param name="Done">How many of the tasks are done.</param>
public sealed record WaveView(int Number, IReadOnlyList<string> Tasks, IReadOnlyList<string> Gate, int Done);

/// <summary>How far a task is now.</summary>
/// <param name="Status">Todo, Doing, Done or Blocked.</param>
/// <param name="Note">At most 4,000 characters.</param>
public sealed record ReportTask(TaskProgress Status, string? Note = null);
