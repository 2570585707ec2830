using Planner.Core.Opinions;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Numbers that people have read already change.</summary>
internal sealed class ChangedNumbersRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("changed-numbers", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft) => draft.Pipelines.Pipelines.SelectMany(p => p.Targets).FirstOrDefault() is { } target
        ? Entry.Raise(new Facts(target), Ownership.Role(Specialist), draft.Tasks.Select(t => t.Id))
        : null;

    private sealed record Facts(string Target);
}

/// <summary>The same fact is counted twice, or lost between two runs.</summary>
internal sealed class DoubleLoadRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("double-load", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft) => draft.Pipelines.Pipelines.Count == 0
        ? null
        : Entry.Raise(new Facts(draft.Pipelines.Pipelines[0].Job), Ownership.Role(Specialist), draft.Tasks.Select(t => t.Id).Take(1));

    private sealed record Facts(string Job);
}
