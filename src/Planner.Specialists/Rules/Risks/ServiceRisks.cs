using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>The outside did it and we do not know, or the other way round.</summary>
internal sealed class OutsideRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("outside", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft) =>
        brief.Choices.Option(ExternalCall.KeyName) is not { } option || ExternalCall.Outside(brief) is not { } type ? null : Entry.Raise(
            new Facts(type.Name, option == ExternalCall.ByOutbox),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Satisfies.Contains(brief.Choices.Id(ExternalCall.KeyName))).Select(t => t.Id));

    private sealed record Facts(string Type, bool Outbox);
}

/// <summary>A change in a place that many others call.</summary>
internal sealed class CallersRisk : IRisk
{
    private const int MostNamed = 5;

    private static readonly RiskTemplate Entry = RiskTemplate.Of("callers", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var reach = draft.Services.Services
            .Where(s => s.Change == ChangeKind.Modify && s.UsedBy.Count >= (brief.IsDefect ? 1 : 3))
            .MaxBy(s => s.UsedBy.Count);
        return reach is null ? null : Entry.Raise(
            new Facts(reach.Type, Words.List(reach.UsedBy.Take(MostNamed).Select(u => $"`{u}`")), reach.UsedBy.Count == 1, Tests(reach, brief)),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Files.Any(f => f.Path == reach.File)).Select(t => t.Id));
    }

    private static string? Tests(ServiceChange reach, RuleContext brief) => brief.Grounding.Tests.FirstOrDefault(t => t.Subject == reach.Type)?.File;

    private sealed record Facts(string Type, string Callers, bool One, string? Tests);
}

/// <summary>What is deleted cannot be brought back.</summary>
internal sealed class DeletionRisk : IRisk
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("deletion");

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft) => brief.Choices.Option(Deletion.KeyName) is null ? null : Entry.Raise(
        SlotValues.Nothing,
        Ownership.Role(Specialist),
        draft.Tasks.Where(t => t.Satisfies.Any(brief.Choices.Criteria(Deletion.KeyName).Contains)).Select(t => t.Id));
}
