using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>Two callers move the same thing.</summary>
internal sealed class RaceRisk : IRisk
{
    private static readonly string[] Once = Lexicon.Words("risks", "once");
    private static readonly RiskTemplate Entry = RiskTemplate.Of("race", typeof(Facts));

    public string Specialist => Entry.Specialist;

    public Risk? Find(RuleContext brief, OpinionBuilder draft)
    {
        var criterion = brief.Claims.For("service").FirstOrDefault(c => Words.Any(c.Text, Once));
        return criterion is null || brief.IsDefect ? null : Entry.Raise(
            new Facts(criterion.Id, Lock(brief)),
            Ownership.Role(Specialist),
            draft.Tasks.Where(t => t.Satisfies.Contains(criterion.Id)).Select(t => t.Id));
    }

    /// <summary>A member that locks a row today, with its place, or null.</summary>
    private static string? Lock(RuleContext brief)
    {
        var (type, member) = brief.Grounding.Types.Where(t => !brief.Files.IsTest(t.File))
            .SelectMany(t => t.Members.Select(m => (Type: t, Member: m)))
            .FirstOrDefault(p => p.Member.Name.Contains("ForUpdate", StringComparison.Ordinal));
        return member is null ? null : $"`{type.Name}.{member.Name}` ({type.File}:{member.Line})";
    }

    private sealed record Facts(string Criterion, string? Member);
}
