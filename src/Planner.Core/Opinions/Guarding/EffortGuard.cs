namespace Planner.Core.Opinions.Guarding;

/// <summary>Estimates are ranges: positive, finite, the likely value between the other two. Else the range of the task's size stands for it.</summary>
internal sealed class EffortGuard : IGuardRule
{
    private const double Most = 10_000;

    public Opinion Apply(Opinion opinion, GuardFindings sieve) => opinion with { Tasks = [.. opinion.Tasks.Select(t => Judged(t, sieve))] };

    private static PlanTask Judged(PlanTask task, GuardFindings sieve)
    {
        if (IsRange(task.EffortHours))
        {
            return task;
        }

        var size = Enum.IsDefined(task.Size) ? task.Size : TaskSize.M;
        sieve.Miss(OpinionFault.Effort, task.Id, $"The estimate of {task.Id} is no range of hours; that of size {size} stands for it.");
        return task with { Size = size, EffortHours = Effort.Of(size) };
    }

    private static bool IsRange(Effort effort) => effort is { Optimistic: > 0, Pessimistic: <= Most }
        && effort.Optimistic <= effort.Likely && effort.Likely <= effort.Pessimistic;
}
