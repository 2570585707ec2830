using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Names in the ticket that nothing in the code answers to: gaps to look into, and a question to the reporter.</summary>
internal sealed class UnresolvedRule : IRule
{
    /// <summary>More names than this are asked about in one question.</summary>
    private const int MostQuestions = 2;

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var unresolved = brief.Needs.Unresolved
            .Where(m => Owner(m.Kind, brief) == draft.Specialist && !brief.FileHomes.IsPlanned(m, brief.Claims.For(SpecialistNames.Service)))
            .ToList();
        if (unresolved.Count > MostQuestions)
        {
            Ask(
                brief,
                draft,
                unresolved,
                $"The ticket names {Words.List(unresolved.Select(m => $"`{m.Text}`"))}, which the code base does not have: what is meant by each?",
                "They are names for something that the other criteria describe.");
            return;
        }

        foreach (var mention in unresolved)
        {
            Ask(
                brief,
                draft,
                [mention],
                $"The ticket names `{mention.Text}`, which the code base does not have: what is meant?",
                $"`{mention.Text}` is a name for something that the other criteria describe.");
        }
    }

    private static void Ask(RuleContext brief, OpinionBuilder draft, IReadOnlyList<Mention> mentions, string question, string assumption)
    {
        var answer = draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Meaning, mentions.Select(m => m.Text)),
            question,
            brief.Asker,
            blocking: false,
            assumption,
            draft.Specialist);
        foreach (var mention in mentions.Where(_ => answer is null))
        {
            draft.Miss(brief, mention.Text, $"`{mention.Text}` looks like the name of a {Kind(mention.Kind)} and was not found.");
        }
    }

    private static string Owner(MentionKind kind, RuleContext brief)
    {
        var owner = kind switch
        {
            MentionKind.Table or MentionKind.Column => SpecialistNames.Database,
            MentionKind.Endpoint => SpecialistNames.Api,
            _ => SpecialistNames.Service,
        };
        return brief.Claims.Applying.Contains(owner) ? owner
            : brief.Claims.Applying.Contains(SpecialistNames.Service) ? SpecialistNames.Service : brief.Claims.Applying[0];
    }

    private static string Kind(MentionKind kind) => kind == MentionKind.Unknown ? "part of the system" : kind.ToString().ToLowerInvariant();
}
