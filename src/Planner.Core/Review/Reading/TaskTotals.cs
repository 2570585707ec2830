using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>Sums of <c>tasks.json</c>, added up again.</summary>
internal static class TaskTotals
{
    /// <summary>Hours of all tasks that are due in any case.</summary>
    public static Effort Hours(TasksFile tasks)
    {
        var due = tasks.Tasks.Where(t => !t.Contingent).Select(t => t.EffortHours).ToList();
        return new(due.Sum(e => e.Optimistic), due.Sum(e => e.Likely), due.Sum(e => e.Pessimistic));
    }

    /// <summary>As the ticket's comment says it.</summary>
    public static string Words(TasksFile tasks) => WorkWords.Of(tasks.Tasks.Count, tasks.Waves.Count, Hours(tasks));
}
