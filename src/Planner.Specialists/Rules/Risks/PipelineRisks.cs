using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Numbers that people have read already change.</summary>
internal sealed class ChangedNumbersRisk : IRisk
{
    public string Specialist => "etl";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var target = draft.Pipelines.Pipelines.SelectMany(p => p.Targets).FirstOrDefault();
        return target is null ? null : new Risk
        {
            Id = "changed-numbers",
            Title = $"Figures of `{target}` that people have read already change, and reports disagree with copies of them.",
            Probability = Level.Medium,
            Impact = Level.Medium,
            Owner = Ownership.Role("etl"),
            Mitigation = $"Columns of `{target}` keep their meaning; what is new stands in columns of its own, and readers are told the day of the first load.",
            Tasks = [.. draft.Tasks.Select(t => t.Id)],
            Contingency = $"Load the days in question again with the job as it was before; `{target}` is replaced by key.",
            Detection = "Sums by month before and after the first load are compared; columns that should not change must be equal.",
        };
    }
}

/// <summary>The same fact is counted twice, or lost between two runs.</summary>
internal sealed class DoubleLoadRisk : IRisk
{
    public string Specialist => "etl";

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var job = draft.Pipelines.Pipelines.Count > 0 ? draft.Pipelines.Pipelines[0] : null;
        return job is null ? null : new Risk
        {
            Id = "double-load",
            Title = $"`{job.Job}` counts a row twice when a run is repeated, or misses one that is written while it reads.",
            Probability = Level.Medium,
            Impact = Level.High,
            Owner = Ownership.Role("etl"),
            Mitigation = "A run fixes its upper end before it reads, replaces rows by key, and moves its watermark in the same transaction.",
            Tasks = [.. draft.Tasks.Select(t => t.Id).Take(1)],
            Contingency = "Set the watermark back before the first wrong day and run again.",
            Detection = "The reconciliation query after each run; any difference raises an alarm.",
        };
    }
}
