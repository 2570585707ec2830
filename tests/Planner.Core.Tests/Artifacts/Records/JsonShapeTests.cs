using Planner.Core.Artifacts.Records;
using Planner.Core.Review.Pages;
using Planner.Core.Text;
using Planner.Testing.Approvals;
using Xunit;

namespace Planner.Core.Tests.Artifacts.Records;

/// <summary>Programs of others read these files: fields may come, but none may go or change its meaning.</summary>
public sealed class JsonShapeTests
{
    private static readonly (string Path, Type Shape)[] Files =
    [
        (ConfidenceFile.Path, typeof(ConfidenceFile)),
        (DecisionLogFile.Path, typeof(DecisionLogFile)),
        (TasksFile.Path, typeof(TasksFile)),
        (RisksFile.Path, typeof(RisksFile)),
        (QuestionsFile.Path, typeof(QuestionsFile)),
        (GroundingFile.Path, typeof(GroundingFile)),
        (ReviewFile.Path, typeof(ReviewFile)),
        (Manifest.Path, typeof(Manifest)),
    ];

    [Fact]
    public void FilesThatProgramsRead_HaveTheApprovedShapes() => Approved.Matches(
        "JsonShapes.approved.txt",
        string.Join('\n', Files.Select(f => $"# {f.Path}\n{JsonShape.Of(f.Shape, PlanJson.Options)}")));
}
