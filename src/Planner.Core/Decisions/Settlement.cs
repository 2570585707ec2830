using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>What was decided and answered so far in a run.</summary>
/// <param name="Decisions">By id.</param>
/// <param name="Questions">By id, with their answers.</param>
/// <param name="Answers">Questions that a person answered.</param>
public sealed record Settlement(
    IReadOnlyList<SettledDecision> Decisions,
    IReadOnlyList<Question> Questions,
    IReadOnlyList<AnsweredQuestion> Answers)
{
    /// <summary>Nothing yet.</summary>
    public static Settlement Empty { get; } = new([], [], []);

    /// <summary>
    /// An agenda with what the inbox holds. What the agenda knows as settled stays. An answer that names an option which
    /// the decision does not have counts as none: the deadline's choice stands in for it.
    /// </summary>
    public static Settlement Of(Agenda agenda, IReadOnlyDictionary<string, InboxAnswer> inbox, DateTimeOffset deadline)
    {
        var decisions = agenda.Items.Select(i => i.Settled ?? Settle(i.Decision, inbox.GetValueOrDefault(i.Decision.Id), deadline));
        var questions = agenda.Questions.Select(q => q with { Answer = inbox.GetValueOrDefault(q.Id)?.Text ?? q.Answer }).ToList();
        return new(
            [.. decisions.OrderBy(d => d.Decision.Id, StringComparer.Ordinal)],
            questions,
            [.. questions.Where(q => q.Answer is not null).Select(q => new AnsweredQuestion(q, q.Answer!, inbox.GetValueOrDefault(q.Id)?.By ?? ""))]);
    }

    /// <summary>
    /// What stands where another run goes on from an agenda: what a person decided stays, what was taken provisionally gives way to
    /// an answer of a person, and what nobody answered stays as it is, open or provisional.
    /// </summary>
    public static Settlement Continued(Agenda agenda, Settlement before, IReadOnlyDictionary<string, InboxAnswer> inbox)
    {
        var decisions = agenda.Items
            .Select(i => Continued(i.Decision, before.Decisions.FirstOrDefault(b => b.Decision.Id == i.Decision.Id) ?? i.Settled, inbox.GetValueOrDefault(i.Decision.Id)))
            .OfType<SettledDecision>();
        var questions = agenda.Questions
            .Select(q => before.Questions.FirstOrDefault(b => b.Id == q.Id) ?? q)
            .Select(q => q with { Answer = q.Answer ?? inbox.GetValueOrDefault(q.Id)?.Text }).ToList();
        return new(
            [.. decisions.OrderBy(d => d.Decision.Id, StringComparer.Ordinal)],
            questions,
            [.. questions.Where(q => q.Answer is not null).Select(q => before.Answers.FirstOrDefault(a => a.Question.Id == q.Id) ?? new AnsweredQuestion(q, q.Answer!, inbox.GetValueOrDefault(q.Id)?.By ?? ""))]);
    }

    /// <summary>Specialists whose work changes because something was settled otherwise than they assumed: than it stood before, or than they recommended.</summary>
    public IEnumerable<string> TouchedSince(Settlement before)
    {
        var decided = Decisions
            .Where(d => d.Option != (before.Decisions.FirstOrDefault(b => b.Decision.Id == d.Decision.Id)?.Option ?? d.Decision.Recommendation))
            .SelectMany(d => d.Decision.Touches);
        var answered = Questions
            .Where(q => q.Answer is not null && !before.Questions.Any(b => b.Id == q.Id && b.Answer == q.Answer))
            .SelectMany(q => q.Touches);
        return decided.Concat(answered).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What people decided since.</summary>
    public IEnumerable<SettledDecision> DecidedSince(Settlement before) =>
        Decisions.Where(d => d.Status == DecisionStatus.Decided && before.Decisions.All(b => b.Decision.Id != d.Decision.Id || b.Status != DecisionStatus.Decided));

    private static SettledDecision? Continued(Decision decision, SettledDecision? before, InboxAnswer? answer) => before switch
    {
        _ when answer is null || decision.Options.All(o => o.Id != answer.Option) => before,
        { Status: DecisionStatus.Decided } => before,
        { Status: DecisionStatus.Provisional } when answer.IsProvisional => before,
        _ => Settle(before?.Decision ?? decision, answer, before?.Deadline ?? answer.At),
    };

    private static SettledDecision Settle(Decision decision, InboxAnswer? answer, DateTimeOffset deadline)
    {
        if (answer is null || decision.Options.All(o => o.Id != answer.Option))
        {
            return ProvisionalChoice.For(decision).Settle(decision, deadline, deadline);
        }

        return new SettledDecision
        {
            Decision = decision,
            Status = answer.IsProvisional ? DecisionStatus.Provisional : DecisionStatus.Decided,
            Option = answer.Option!,
            Rationale = answer.Rationale,
            DecidedBy = answer.By,
            Timestamp = answer.At,
            Deadline = deadline,
        };
    }
}
