using Planner.Core.Artifacts.Documents;
using Planner.Core.Opinions;
using Xunit;
using static Planner.Testing.Plans.ReturnsPanel;

namespace Planner.Core.Tests.Artifacts.Documents;

/// <summary>What a task says, beside its files.</summary>
public sealed class TaskDetailTests
{
    [Fact]
    public void LineAboutAFileOfTheTask_StandsBesideIt_AndAllElseIsAParagraph()
    {
        var task = TaskOf("service", "a", ["AC1"], modify: ["src/A.cs"]) with
        {
            Detail = "Add a method.\n- `src/A.cs`: method Return\n- `src/B.cs`: no file of it",
        };

        var detail = new TaskDetail(task);

        Assert.Equal(["Add a method.", "- `src/B.cs`: no file of it"], detail.Paragraphs);
        Assert.Equal("method Return", detail.Of("src/A.cs"));
        Assert.Null(detail.Of("src/B.cs"));
    }
}
