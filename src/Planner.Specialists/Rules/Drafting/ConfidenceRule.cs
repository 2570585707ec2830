using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>How sure a specialist can be by rules alone: 9 where all was found, capped by what is open.</summary>
internal static class ConfidenceRule
{
    /// <summary>From this on a specialist counts as sure.</summary>
    public const int Sure = 8;

    public static (int Confidence, string Rationale) Rate(RuleContext brief, OpinionBuilder draft)
    {
        var caps = Caps(brief, draft).ToList();
        var confidence = Math.Max(1, caps.Select(c => c.Cap).DefaultIfEmpty(9).Min());
        var found = draft.Evidence.Count == 0
            ? "Nothing in the code was found to rest on"
            : $"Rests on {Words.List(draft.Evidence.Take(3).Select(e => $"`{e}`"))}";
        var criteria = brief.Claims.For(draft.Specialist).Select(c => c.Id).ToList();
        var homes = criteria.Count == 0 ? "" : $"; {Words.List(criteria)} {(criteria.Count == 1 ? "has" : "have")} a task and a test";
        var held = caps.Count == 0
            ? draft.Looked.Length > 0 ? draft.Looked : "Everything that the ticket names here was found."
            : $"Held at {confidence}: {string.Join("; ", caps.OrderBy(c => c.Cap).Select(c => c.Why).Take(3))}.";
        return (confidence, $"{found}{homes}. {held}");
    }

    private static IEnumerable<(int Cap, string Why)> Caps(RuleContext brief, OpinionBuilder draft)
    {
        var blocking = draft.Questions.Count(q => q.Blocking);
        if (blocking > 0)
        {
            yield return (5, $"{blocking} blocking {(blocking == 1 ? "question is" : "questions are")} open");
        }

        if (draft.Gaps.Count > 0)
        {
            yield return (Math.Max(3, 8 - draft.Gaps.Count), $"not found: {Words.List(draft.Gaps.Take(3).Select(g => $"`{g.Subject}`"))}");
        }

        if (draft.Doubts.Count > 0)
        {
            yield return (7, string.Join("; ", draft.Doubts.Distinct(StringComparer.Ordinal).Take(2)));
        }

        if (draft.Evidence.Count == 0)
        {
            yield return (6, "no place in the code supports it");
        }

        if (brief.Consultation.Criteria.Derived)
        {
            yield return (Sure, "the ticket has no criteria of its own; what it says elsewhere stands for them");
        }

        if (brief.Grounding.Mentions.All(m => !m.IsResolved))
        {
            yield return (5, "the ticket names nothing that the code base has or that is to be made");
        }

        if (draft.Reservations.Count > 0)
        {
            yield return (Sure, string.Join("; ", draft.Reservations.Distinct(StringComparer.Ordinal).Take(2)));
        }

        if (draft.Decisions.Count > 0)
        {
            yield return (Sure, $"{draft.Decisions.Count} {(draft.Decisions.Count == 1 ? "decision is" : "decisions are")} open");
        }
    }
}
