using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Replies;

/// <summary>Decisions and questions of a reply. They are open, whatever a model says: only people and deadlines settle them.</summary>
internal static class ReplyDecisions
{
    public static Decision Of(DecisionReply decision, int place, Consultation consultation)
    {
        var letters = decision.Options.Select((o, i) => (o.Key, Letter: ((char)('A' + i)).ToString())).ToList();
        return new Decision
        {
            Id = DecisionId(place, consultation),
            Key = TopicKey.Parse(decision.Topic) ?? TopicKey.Of(TopicKind.OpenChoice, decision.Topic),
            Category = decision.Category,
            Title = decision.Title.Trim(),
            Context = decision.Context.Trim(),
            Options = [.. decision.Options.Select((o, i) => Option(o, letters[i].Letter, decision, letters[i].Key == decision.Recommended))],
            Recommendation = letters.Find(l => l.Key == decision.Recommended).Letter ?? decision.Recommended,
            Rationale = decision.Rationale.Trim(),
            Impact = string.Join(", ", decision.Options.SelectMany(o => o.Impacts).Distinct(StringComparer.Ordinal)),
            Weight = Math.Clamp(decision.Weight, 1, 10),
            Reversibility = decision.Options.Select(o => o.Reversibility).DefaultIfEmpty(Reversibility.Medium).Max(),
            ReviewTrigger = decision.ReviewTrigger.Trim(),
            Touches = [consultation.Definition.Name],
        };
    }

    /// <summary>The id of a reply's decision by its place from 0.</summary>
    public static string DecisionId(int place, Consultation consultation) =>
        Numbered("decide", place, consultation.Before?.Decisions.Select(d => d.Id), consultation);

    public static Question Of(QuestionReply question, int place, Consultation consultation) => new()
    {
        Id = Numbered("ask", place, consultation.Before?.Questions.Select(q => q.Id), consultation),
        Key = TopicKey.Parse(question.Topic) ?? TopicKey.Of(TopicKind.Meaning, question.Topic),
        Text = question.Text.Trim(),
        Owner = consultation.Ticket.Reporter ?? "Product owner",
        Blocking = question.Blocking,
        Assumption = question.Assumption.Trim(),
        Touches = [consultation.Definition.Name],
    };

    private static string Numbered(string kind, int place, IEnumerable<string>? before, Consultation consultation) =>
        ReplyIds.Local(consultation, $"{kind}-{ReplyIds.Taken(before ?? []) + place + 1}");

    private static DecisionOption Option(OptionReply option, string letter, DecisionReply decision, bool isRecommended) =>
        new(letter, option.Title.Trim(), option.Pros, option.Cons, option.Cost, option.Reversibility)
        {
            Key = OptionKey.Parse(option.Key) ?? OptionKey.OfWording(option.Title),
            BestFor = isRecommended ? decision.Rationale.Trim() : "",
            Impacts = option.Impacts,
            MigrationPath = option.Impacts.Count == 0 ? "" : $"Change {string.Join(", ", option.Impacts)}.",
        };
}
