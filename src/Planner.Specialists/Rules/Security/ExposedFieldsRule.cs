using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Security;

/// <summary>Fields of answers that belong to the inside or to a partner, not to the caller.</summary>
internal sealed class ExposedFieldsRule : IRule
{
    private static readonly string[] Inner = Lexicon.Words("security", "inner");

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var shown = brief.Earlier.Endpoints.Where(e => e.Change == ChangeKind.Add)
            .SelectMany(e => e.Response.Where(f => IsInner(f, brief)).Select(f => (Field: f.Name, Endpoint: e)))
            .GroupBy(p => p.Field, StringComparer.Ordinal)
            .ToList();
        foreach (var field in shown)
        {
            var endpoints = Words.List(field.Select(p => $"`{Refusals.Name(p.Endpoint)}`").Distinct(StringComparer.Ordinal));
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Access, [field.Key, .. field.Select(p => Refusals.Name(p.Endpoint)).Distinct(StringComparer.Ordinal)]),
                $"May callers of {endpoints} read `{field.Key}`?",
                brief.Asker,
                blocking: false,
                "Yes, as the answers are designed now. It is easy to add later and hard to take away, so it is best left out unless somebody needs it.",
                SpecialistNames.Api,
                SpecialistNames.Security);
            draft.Cite(EntryPoints.Of(field.First().Endpoint, brief));
        }
    }

    /// <summary>What the ticket itself puts into the answer was thought about.</summary>
    private static bool IsInner(ApiField field, RuleContext brief) =>
        Words.Split(field.Name).Any(w => Inner.Contains(w, StringComparer.Ordinal))
            && !brief.LinesWith("answer", "response", "returns").Any(l => Words.Names(l, field.Name));
}
