using Planner.Core.Conversation.Comments;
using Planner.Core.Review.Reports;
using Planner.Testing.Approvals;
using Xunit;

namespace Planner.Core.Tests.Conversation.Comments;

public sealed class PlanCommentTests
{
    private static PlanCommentModel.Waiting Waiting(params OpenDecision[] decisions) => new("SHOP-101")
    {
        RunId = "SHOP-101-cli-1",
        From = ["Mara Lindqvist", "Tomasz Reyes"],
        Until = new DateTimeOffset(2026, 3, 6, 15, 0, 0, TimeSpan.FromHours(1)),
        Decisions = decisions,
        Questions = [new("Q001", "Which currency?", "finance", "EUR only.", Blocking: true)],
        Confidence = [new("database", 8, ""), new("etl", 6, "")],
    };

    private static PlanCommentModel.Done Done(params TakenDecision[] decisions) => new("SHOP-101")
    {
        RunId = "SHOP-101-cli-1",
        Version = 1,
        Verdict = Verdicts.Provisional,
        Confidence = [new("database", 9, "All tables were found."), new("api", 8, "`GET /api/orders` exists.")],
        Decisions = decisions,
        Risks = [new("R001", "Refunds are paid twice.", "Medium probability, High impact", "An idempotency key.")],
        Work = "12 tasks in 4 waves, 20 to 61 hours, most likely 34",
        Location = ".work/JIRA-SHOP-101/v1",
    };

    private static readonly OpenDecision Storage = new("TD001", "Where are returns kept?", [new("A", "Own table"), new("B", "Column")], "A", "Keeps history.");

    [Fact]
    public void TicketThatIsNotReady_IsAsked() =>
        Approved.Matches(
            "PlanComment.approved/asking.md",
            PlanComment.Render(new PlanCommentModel.Asking(
                "SHOP-104",
                "The description is only a link.",
                ["What of https://example.com/42 is to be built?", "Which screen?"],
                "Ina Castellan")));

    [Fact]
    public void RunThatWaits_SaysForWhatFromWhomAndUntilWhen() =>
        Approved.Matches("PlanComment.approved/waiting.md", PlanComment.Render(Waiting(Storage)));

    [Fact]
    public void WrittenPlan_BeginsWithItsVerdict() =>
        Approved.Matches("PlanComment.approved/done.md", PlanComment.Render(Done(
            new TakenDecision("TD001", "Where?", "A: Own table", IsProvisional: true, "deadline policy", "before the release"),
            new TakenDecision("TD002", "When?", "B: At once", IsProvisional: false, "Ann", "never"))));

    [Fact]
    public void Limitations_AreSaidBeforeTheConfidence()
    {
        var text = PlanComment.Render(Done() with { Limitations = ["The api specialist thought by rules alone, because the budget was used up."] });

        Assert.Contains(
            "\n\n**Limited.** The api specialist thought by rules alone, because the budget was used up.\n\n| Specialist", text, StringComparison.Ordinal);
    }

    [Fact]
    public void FailedGates_StandBelowTheVerdict()
    {
        var text = PlanComment.Render(Done() with { Verdict = Verdicts.NeedsAttention, FailedGates = ["every confidence is 8 or more"] });

        Assert.StartsWith("**NEEDS ATTENTION**", text, StringComparison.Ordinal);
        Assert.Contains("Not passed: every confidence is 8 or more.", text, StringComparison.Ordinal);
        Assert.Contains("No decision was left to people.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ForeignMarkup_DoesNotWork()
    {
        var evil = "a | b\n# c [x](https://evil.example) <script> @channel \u001b[31m";
        var text = PlanComment.Render(Waiting(Storage with { Title = evil, Why = evil, Options = [new("A", evil)] }));

        Assert.DoesNotContain("<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[^`]@channel|@channel[^`]", text);
        Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# c", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyLongDecisions_StayBelowJirasLimit()
    {
        var words = string.Join(' ', Enumerable.Repeat("considerable", 500));
        var many = Enumerable.Range(1, 80).Select(n => new OpenDecision($"TD{n:000}", words, [new("A", words), new("B", words)], "A", words)).ToArray();

        var text = PlanComment.Render(Waiting(many));

        Assert.True(text.Length < 32_000, $"{text.Length} characters.");
        Assert.Contains("and 60 more in `decisions.md`", text, StringComparison.Ordinal);
    }
}
