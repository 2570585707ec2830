using Planner.Core.Grounding.Documents;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;

namespace Planner.Core.Decisions;

/// <summary>A decision that settles otherwise what an earlier ticket or the team settled.</summary>
/// <param name="Decision">The new one.</param>
/// <param name="Earlier">The one that it contradicts.</param>
/// <param name="Option">The option of the new one that would agree.</param>
public sealed record Contradiction(SettledDecision Decision, EarlierDecision Earlier, DecisionOption Option)
{
    /// <summary>Titles that share this part of their words ask the same, where they name the same thing.</summary>
    private const double SameQuestion = 0.5;

    private const double SameOption = 0.6;

    /// <summary>In the order of the decisions.</summary>
    public static IReadOnlyList<Contradiction> Among(IReadOnlyList<SettledDecision> decisions, TicketDocuments documents) =>
        [.. from settled in decisions
            from told in documents.Decisions
            let agreeing = Agreeing(settled.Decision, told.Decision)
            where agreeing is not null && agreeing.Id != settled.Option
            select new Contradiction(settled, told.Decision, agreeing)];

    /// <summary>A decision whose options say which earlier decisions they follow and which they contradict.</summary>
    internal static Decision Weighed(Decision decision, TicketDocuments documents)
    {
        var known = documents.Decisions.Select(t => (Earlier: t.Decision, Option: Agreeing(decision, t.Decision))).Where(k => k.Option is not null).ToList();
        return known.Count == 0 ? decision : decision with
        {
            Options = [.. decision.Options.Select(o => o with
            {
                Pros = [.. o.Pros, .. known.Where(k => k.Option!.Id == o.Id).Select(k => $"{k.Earlier.Name} decided so.")],
                Cons = [.. o.Cons, .. known
                    .Where(k => k.Option!.Id != o.Id)
                    .Select(k => $"It contradicts {k.Earlier.Name}, which decided: {k.Earlier.Decision.TrimEnd('.')}.")],
            })],
        };
    }

    /// <summary>
    /// The option that says what the earlier decision says; null where it is about something else or says something that no option
    /// says. Keys tell it; only a decision that people wrote down, or a plan of before, is told by its words.
    /// </summary>
    private static DecisionOption? Agreeing(Decision decision, EarlierDecision earlier) =>
        (TopicKey.Parse(earlier.Key), OptionKey.Parse(earlier.OptionKey)) is ({ IsWording: false } topic, { IsWording: false } option)
            && !decision.Key.IsWording
            ? decision.Options.FirstOrDefault(o => topic == decision.Key && o.Key == option)
            : Worded(decision, earlier);

    private static DecisionOption? Worded(Decision decision, EarlierDecision earlier) => !IsSameQuestion(decision.Title, earlier.Title)
        ? null
        : decision.Options.Select(o => (Option: o, Alike: Alike(o.Title, earlier.Decision)))
            .Where(o => o.Alike >= SameOption)
            .OrderByDescending(o => o.Alike)
            .Select(o => o.Option)
            .FirstOrDefault();

    private static bool IsSameQuestion(string one, string other) =>
        Subject.OfText(one) == Subject.OfText(other)
        || (DocumentNames.In(one).Intersect(DocumentNames.In(other), StringComparer.OrdinalIgnoreCase).Any() && Alike(one, other) >= SameQuestion);

    /// <summary>The part of their words that two texts share, 0 to 1.</summary>
    private static double Alike(string one, string other)
    {
        var (first, second) = (Words.Stems(one), Words.Stems(other));
        return first.Count + second.Count == 0 ? 0 : (double)first.Intersect(second).Count() / first.Union(second).Count();
    }
}
