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
        var decisions = agenda.Items.Select(i => i.Settled ?? Settle(i.Decision, inbox.To(i.Decision), deadline));
        var questions = agenda.Questions.Select(q => q with { Answer = inbox.To(q)?.Text ?? q.Answer }).ToList();
        return new(
            [.. decisions.OrderBy(d => d.Decision.Id, StringComparer.Ordinal)],
            questions,
            [.. questions.Where(q => q.Answer is not null).Select(q => new AnsweredQuestion(q, q.Answer!, inbox.To(q)?.By ?? ""))]);
    }

    /// <summary>
    /// What stands where another run goes on from an agenda: what a person decided stays, what was taken provisionally gives way to
    /// an answer of a person, and what nobody answered stays as it is, open or provisional.
    /// </summary>
    public static Settlement Continued(Agenda agenda, Settlement before, IReadOnlyDictionary<string, InboxAnswer> inbox)
    {
        var decisions = agenda.Items
            .Select(i => Continued(i.Decision, before.StandingOf(i.Decision) ?? i.Settled, inbox.To(i.Decision)))
            .OfType<SettledDecision>();
        var questions = agenda.Questions
            .Select(q => before.StandingOf(q) ?? q)
            .Select(q => q with { Answer = q.Answer ?? inbox.To(q)?.Text }).ToList();
        return new(
            [.. decisions.OrderBy(d => d.Decision.Id, StringComparer.Ordinal)],
            questions,
            [.. questions
                .Where(q => q.Answer is not null)
                .Select(q => before.Answers.FirstOrDefault(a => a.Question.IsAbout(q)) ?? new AnsweredQuestion(q, q.Answer!, inbox.To(q)?.By ?? ""))]);
    }

    /// <summary>What stands of a decision, or null.</summary>
    public SettledDecision? StandingOf(Decision decision) => Decisions.FirstOrDefault(d => d.Decision.IsAbout(decision));

    /// <summary>A question as it stands, or null.</summary>
    public Question? StandingOf(Question question) => Questions.FirstOrDefault(q => q.IsAbout(question));

    /// <summary>
    /// Specialists whose work changes because something was settled otherwise than they assumed: than it stood before, or than
    /// they recommended.
    /// </summary>
    public IEnumerable<string> TouchedSince(Settlement before)
    {
        var decided = Decisions
            .Where(d => d.Chosen.Key != (before.StandingOf(d.Decision)?.Chosen ?? d.Decision.Recommended).Key)
            .SelectMany(d => d.Decision.Touches);
        var answered = Questions
            .Where(q => q.Answer is not null && before.StandingOf(q)?.Answer != q.Answer)
            .SelectMany(q => q.Touches);
        return decided.Concat(answered).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What people decided since.</summary>
    public IEnumerable<SettledDecision> DecidedSince(Settlement before) =>
        Decisions.Where(d => d.Status == DecisionStatus.Decided && before.StandingOf(d.Decision) is not { Status: DecisionStatus.Decided });

    private static SettledDecision? Continued(Decision decision, SettledDecision? before, InboxAnswer? answer) => before switch
    {
        _ when answer?.ChosenOf(before?.Decision ?? decision) is null => before,
        { Status: DecisionStatus.Decided } => before,
        { Status: DecisionStatus.Provisional } when answer.IsProvisional => before,
        _ => Settle(before?.Decision ?? decision, answer, before?.Deadline ?? answer.At),
    };

    private static SettledDecision Settle(Decision decision, InboxAnswer? answer, DateTimeOffset deadline)
    {
        if (answer?.ChosenOf(decision) is not { } chosen)
        {
            return ProvisionalChoice.For(decision).Settle(decision, deadline, deadline);
        }

        return new SettledDecision
        {
            Decision = decision,
            Status = answer.IsProvisional ? DecisionStatus.Provisional : DecisionStatus.Decided,
            Option = chosen.Id,
            Rationale = answer.Rationale,
            DecidedBy = answer.By,
            Timestamp = answer.At,
            Deadline = deadline,
        };
    }
}
