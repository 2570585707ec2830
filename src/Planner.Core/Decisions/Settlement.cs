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

    /// <summary>Specialists whose work changes because something was settled otherwise than they assumed.</summary>
    public IEnumerable<string> TouchedSince(Settlement before)
    {
        var decided = Decisions
            .Where(d => d.Option != d.Decision.Recommendation && !before.Decisions.Any(b => b.Decision.Id == d.Decision.Id && b.Option == d.Option))
            .SelectMany(d => d.Decision.Touches);
        var answered = Questions
            .Where(q => q.Answer is not null && !before.Questions.Any(b => b.Id == q.Id && b.Answer == q.Answer))
            .SelectMany(q => q.Touches);
        return decided.Concat(answered).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What people decided since.</summary>
    public IEnumerable<SettledDecision> DecidedSince(Settlement before) =>
        Decisions.Where(d => d.Status == DecisionStatus.Decided && before.Decisions.All(b => b.Decision.Id != d.Decision.Id));

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
