using System.Text.Json;
using Planner.Core.Artifacts;
using Planner.Core.Conversation.Comments;
using Planner.Core.Opinions;
using Planner.Core.Review;
using Planner.Core.Review.Audits;
using Planner.Core.Review.Pages;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Text;
using Planner.Testing.Approvals;
using Xunit;

namespace Planner.Core.Tests.Review.Audits;

/// <summary>What the second reading does to the review.</summary>
public sealed class AuditedReviewTests
{
    private static readonly ArtifactSet Files = ArtifactComposer.Compose(Reviewed.Sound);

    [Fact]
    public void WithoutAudit_TheReviewSaysNothingOfOne()
    {
        var set = ReviewArtifacts.Add(Files, Reviewed.Sound, Review(null));

        Assert.DoesNotContain("second reading", set.Text("review.md"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("audit", set.Text("review.json"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("audit", PlanJson.Content(Review(null)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ClaimThatBlocks_IsAnErrorThatItsSpecialistCanMend()
    {
        var report = Review(AuditOf.Sound(AuditOf.Claim(place: "T002")));

        var finding = Assert.Single(report.Findings, f => f.Code == "A1.missing");
        Assert.Equal((Severity.Error, "tasks.json", "T002"), (finding.Severity, finding.Artifact, finding.Id));
        Assert.Equal(Reviewed.Sound.Tasks.Single(t => t.Id == "T002").Area, finding.Specialist);
        Assert.True(finding.Line > 0);
        Assert.Equal("A caller is not changed. It cites T002: \"orders.Drop(order)\".", finding.Message);
        Assert.Equal(Verdicts.NeedsAttention, report.Verdict);
        Assert.False(report.Gates.Single(g => g.Name == "No check has an error").Passed);
    }

    [Fact]
    public void SpecialistWhoseWorkHasSuchAnError_CannotBeSure()
    {
        var report = Review(AuditOf.Sound(AuditOf.Claim(place: "T001")));

        Assert.Contains(report.Findings, f => f is { Code: "Q9.capped", Specialist: "database" });
    }

    [Theory]
    [InlineData("TD001", "technical-decisions-log.json")]
    [InlineData("R001", "risks.json")]
    [InlineData("Q001", "questions.json")]
    [InlineData("V001", "tasks.json")]
    [InlineData("AC1", "implementation.md")]
    [InlineData("src/Shop/OrderService.cs:3", "implementation.md")]
    public void ClaimThatDoesNotBlock_IsAWarningWhereItsPlaceStands(string place, string path)
    {
        var before = Review(null);
        var report = Review(AuditOf.Sound(AuditOf.Claim(AuditFault.Excess, place, blocks: false)));

        var finding = Assert.Single(report.Findings, f => f.Code == "A1.excess");
        Assert.Equal((Severity.Warning, path), (finding.Severity, finding.Artifact));
        Assert.Equal((before.Verdict, PlanJson.Content(before.Gates)), (report.Verdict, PlanJson.Content(report.Gates)));
    }

    [Fact]
    public void AuditThatPassed_ImprovesNothing()
    {
        var before = Review(null);
        var report = Review(AuditOf.Sound());

        Assert.Equal(AuditStatus.Passed, report.Audit!.Status);
        Assert.Equal(PlanJson.Content(before), PlanJson.Content(report with { Audit = null }));
    }

    [Fact]
    public void Page_ShowsWhatWasLookedAt()
    {
        var audit = AuditOf.Sound(AuditOf.Claim(place: "T002"), AuditOf.Claim(AuditFault.Excess, "TD001", blocks: false)) with
        {
            Checked =
            [
                AuditOf.Check("Callers of Cancel | all of them"), AuditOf.Check("<img src=x> [a](https://evil.example)", "AC1"),
                AuditOf.Check("made up", "T099"),
                AuditOf.Check("Wiring", "AC2") with { Result = AuditResult.Unclear },
                AuditOf.Check("Order of tasks", "T002") with { Result = AuditResult.Fails },
                AuditOf.Check("Way back", "db/009_order_returns.down.sql"), AuditOf.Check("Table", "orders"),
            ],
        };
        var set = ReviewArtifacts.Add(Files, Reviewed.Sound, Review(audit));

        Approved.Matches("AuditedReview.approved.txt", $"{set.Text("review.md")}\n{Comment(Review(audit))}");
        using var json = JsonDocument.Parse(set.Text("review.json")!);
        var entry = json.RootElement.GetProperty("audit");
        Assert.Equal(("Failed", "auditor-1", 6, 1), (
            entry.GetProperty("status").GetString(), entry.GetProperty("model").GetString(), entry.GetProperty("checked").GetArrayLength(),
            entry.GetProperty("leftOut").GetInt32()));
    }

    [Fact]
    public void Comment_SaysWhatWasFoundBefore_WhereNobodyReadAgain()
    {
        string Missed(params IReadOnlyList<AuditClaim> earlier) => Comment(Reviewer.Review(Reviewed.Sound, Files, new ReviewOptions
        {
            Audit = AuditJudgement.Missed("the model big-one was out of reach.", Reviewed.Sound, earlier),
        }));

        Assert.Contains(
            "What an earlier reading found may still be wrong:\n\n- src/Shop/OrdersEndpoints.cs: A caller is not changed.",
            Missed(AuditOf.Claim()),
            StringComparison.Ordinal);
        Assert.DoesNotContain("reading", Missed(), StringComparison.Ordinal);
    }

    private static string Comment(ReviewReport report) => PlanComment.Done(Reviewed.Sound, report, "SHOP-101-cli-1", 1, "folder");

    private static ReviewReport Review(PlanAudit? audit) => Reviewer.Review(Reviewed.Sound, Files, new ReviewOptions
    {
        Audit = audit is null ? null : AuditJudgement.Of(audit, Reviewed.Sound, []),
    });
}
