using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Testing.Builders;
using Xunit;

namespace Planner.Specialists.Tests.Rules.Choices;

/// <summary>Answers find their decision again by its key, in whatever words and order a second round asks.</summary>
public sealed class RewordedAnswersTests
{
    private const int Rounds = 200;
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Fact]
    public async Task AnswersToTheFirstRound_SettleTheSameInAReworded_ReorderedSecond()
    {
        var first = await Opinions();
        var asked = Agenda.From(first, [], []);
        Assert.NotEmpty(asked.Items);
        Assert.NotEmpty(asked.Questions);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var round = new SecondRound(seed);
            var chosen = asked.Items.ToDictionary(i => i.Decision.Id, i => round.Any(i.Decision.Options), StringComparer.Ordinal);
            var inbox = Inbox(asked, chosen);

            var again = Agenda.From(round.Of(first), [], asked.Questions, asked.Ids);
            var settled = Settlement.Of(again, inbox, At);

            Assert.Equal(asked.Items.Select(i => (i.Decision.Id, i.Decision.Key)).Order(), again.Items.Select(i => (i.Decision.Id, i.Decision.Key)).Order());
            Assert.All(
                settled.Decisions,
                d => Assert.Equal((chosen[d.Decision.Id].Key, chosen[d.Decision.Id].Id, DecisionStatus.Decided), (d.Chosen.Key, d.Option, d.Status)));
            Assert.Equal(asked.Questions.Select(q => (q.Id, q.Key)), again.Questions.Select(q => (q.Id, q.Key)));
            Assert.All(settled.Questions, q => Assert.Equal($"Answer to {q.Key}", q.Answer));
        }
    }

    [Fact]
    public async Task AnswersOfARunWhoseIdsMeantSomethingElse_FindTheirDecisionByKey()
    {
        var first = await Opinions();
        var asked = Agenda.From(first, [], []);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var round = new SecondRound(seed);
            var chosen = asked.Items.ToDictionary(i => i.Decision.Id, i => round.Any(i.Decision.Options), StringComparer.Ordinal);
            var anew = Agenda.From([.. round.Of(first).Reverse()], [], []);

            var settled = Settlement.Of(anew, Inbox(asked, chosen), At);

            Assert.All(settled.Decisions, d => Assert.Equal(
                chosen[asked.Items.Single(i => i.Decision.Key == d.Decision.Key).Decision.Id].Key,
                d.Chosen.Key));
        }
    }

    [Fact]
    public async Task SettledDecisionsInOtherWords_AreNotAskedAgainAndSteerTheRules()
    {
        var first = await Opinions();
        var call = first.SelectMany(o => o.Decisions).Single(d => d.Options.Any(o => o.Key == ExternalCall.ByOutbox));
        for (var seed = 0; seed < 20; seed++)
        {
            var reworded = new SecondRound(seed).Reworded(call) with { Id = "TD007", Key = call.Key };
            var byOutbox = Settled(reworded, ExternalCall.ByOutbox);

            var second = await (Round() with { Decisions = [byOutbox] }).Ask();

            Assert.DoesNotContain(second.SelectMany(o => o.Decisions), d => d.Key == call.Key);
            Assert.Contains(
                second.SelectMany(o => o.Tasks),
                t => t.Satisfies.Contains("TD007") && t.Files.Any(f => f.Path.Contains("Outbox", StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task AnsweredQuestionsInOtherWords_AreNotAskedAgain()
    {
        var asked = Agenda.From(await Opinions(), [], []).Questions;
        var answers = asked.Select(q => new AnsweredQuestion(q with { Text = $"In other words: {q.Id}?" }, "Yes.", "Ada")).ToList();

        var second = await (Round() with { Answers = answers }).Ask();

        Assert.DoesNotContain(second.SelectMany(o => o.Questions), q => asked.Any(a => a.Key == q.Key));
    }

    private static SettledDecision Settled(Decision decision, OptionKey option) => new()
    {
        Decision = decision,
        Status = DecisionStatus.Decided,
        Option = decision.Options.Single(o => o.Key == option).Id,
        Rationale = "Nothing may be lost.",
        DecidedBy = "Ada",
        Timestamp = At,
        Deadline = At,
    };

    private static Dictionary<string, InboxAnswer> Inbox(Agenda asked, Dictionary<string, DecisionOption> chosen) =>
        asked.Items.Select(i => (i.Decision.Id, Answer: InboxAnswer.Decided(chosen[i.Decision.Id].Id, "So it is.", "Ada", At).To(i.Decision)))
            .Concat(asked.Questions.Select(q => (q.Id, Answer: InboxAnswer.Answered($"Answer to {q.Key}", "Ada", At).To(q))))
            .ToDictionary(a => a.Id, a => a.Answer, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Opinion>> Opinions() => await Round().Ask();

    private static PanelRound Round() => DecisionRulesTests.Sent(
        Fixtures
            .Clinic()
            .Type("ISpecialtyGateway", "src/Clinic/Visits/ISpecialtyGateway.cs", "interface", methods: ["Task AskAsync(long id, CancellationToken ct)"]));
}
