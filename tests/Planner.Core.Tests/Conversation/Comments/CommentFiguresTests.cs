using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Conversation.Comments;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Conversation.Comments;

/// <summary>The part of Q16 that holds the ticket's comment against the files and the manifest.</summary>
public sealed class CommentFiguresTests
{
    private static PlanCommentModel.Done Comment => PlanComment.Model(Sound, Report(Sound), "SHOP-101-cli-1", 1, "here");

    [Fact]
    public void CommentOfASoundPlan_IsTheSameAsItsFiles() => Assert.Empty(Differences(Comment));

    [Fact]
    public void OtherWork_IsFound() => Assert.Equal([("tasks.json", "")], Differences(Comment with { Work = "1 task in 1 wave, 1 to 3 hours, most likely 2" }));

    [Fact]
    public void HoursThatDoNotAddUp_AreFoundByTheReview() =>
        Assert.Contains(Report(Sound with { Total = new(1, 2, 3) }).Findings, f => f is { Code: "Q16.comment", Artifact: "tasks.json" });

    [Fact]
    public void OtherConfidence_IsFound() =>
        Assert.Equal(
            [("confidence_scores.json", "api")],
            Differences(Comment with { Confidence = [.. Comment.Confidence.Select(c => c.Specialist == "api" ? c with { Confidence = 3 } : c)] }));

    [Fact]
    public void SpecialistLeftOut_IsFound() =>
        Assert.Equal([("confidence_scores.json", "database")], Differences(Comment with { Confidence = [.. Comment.Confidence.Skip(1)] }));

    [Fact]
    public void DecisionWithoutItsMark_IsFound() =>
        Assert.Equal(
            [("technical-decisions-log.json", "TD001")],
            Differences(Comment with { Decisions = [.. Comment.Decisions.Select(d => d with { IsProvisional = false })] }));

    [Fact]
    public void DecisionWithAnotherOption_IsFound() =>
        Assert.Equal(
            [("technical-decisions-log.json", "TD001")],
            Differences(Comment with { Decisions = [.. Comment.Decisions.Select(d => d with { Option = "B: An event table" })] }));

    [Fact]
    public void RiskThatIsNotTheSame_IsFound() => Assert.Equal(
        [("risks.json", "R001")],
        Differences(Comment with { Risks = [.. Comment.Risks.Select(r => r with { Weight = "High probability, High impact" })] }));

    [Fact]
    public void OpenQuestionLeftOut_IsFound() => Assert.Equal([("questions.json", "Q001")], Differences(Comment with { Questions = [] }));

    [Fact]
    public void PendingDecision_ReadsAsOpenInBoth()
    {
        var plan = Sound with { Decisions = [.. Sound.Decisions.Select(d => d with { Status = DecisionStatus.Pending })] };

        Assert.Empty(CommentFigures.Differences(PlanComment.Model(plan, Report(plan), "run", 1, ""), ArtifactComposer.Compose(plan)));
    }

    [Theory]
    [InlineData("other", 1)]
    [InlineData("SHOP-101-cli-1", 2)]
    public void CommentOnAnotherVersion_IsRefused(string run, int version)
    {
        var manifest = Told(Comment) with { RunId = run, Version = version };

        Assert.Throws<ManifestMismatchException>(() => CommentFigures.Refuse(Comment, manifest));
    }

    [Fact]
    public void CommentOnTheWrittenVersion_IsTaken() => Assert.Null(Record.Exception(() => CommentFigures.Refuse(Comment, Told(Comment))));

    private static Manifest Told(PlanCommentModel.Done comment) => ManifestBuilder.Build(new([], []), new()
    {
        RunId = comment.RunId,
        Ticket = comment.Ticket,
        Version = comment.Version,
        Verdict = comment.Verdict,
        CreatedAt = DateTimeOffset.UnixEpoch,
        StoryVersion = "1",
    });

    private static IEnumerable<(string, string)> Differences(PlanCommentModel.Done comment) =>
        CommentFigures.Differences(comment, ArtifactComposer.Compose(Sound)).Select(d => (d.File.Path, d.Id));
}
