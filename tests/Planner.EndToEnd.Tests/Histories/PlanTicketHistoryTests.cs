using System.Runtime.CompilerServices;
using Planner.Conformance.Histories;
using Planner.Core.Planning.Story;
using Planner.Durability;
using Planner.Engine;
using Planner.Engine.History;
using Xunit;

namespace Planner.EndToEnd.Tests.Histories;

/// <summary>Histories of <see cref="PlanTicket"/>, recorded when its version was last raised, still fit its code.</summary>
public sealed class PlanTicketHistoryTests
{
    private const string Prefix = $"plan-ticket-v{PlanTicket.Version}-";
    private static readonly RecordedHistories Recorded = new(Folder());

    public static TheoryData<string> Stories => [.. RecordedStory.All.Keys];

    public static TheoryData<string, Reordering> Reorderings =>
    [
        .. from story in RecordedStory.All
           where story.Value is { Ticket: null, Follows: false }
           from reordering in new[] { Reordering.RememberBeforePublish, Reordering.ConveneBeforeGround, Reordering.LeaveOutReport }
           select new TheoryDataRow<string, Reordering>(story.Key, reordering),
    ];

    [Theory]
    [MemberData(nameof(Stories))]
    public void RecordedHistory_WithTodaysStory_EndsAsRecorded(string story)
    {
        var fault = Xunit.Record.Exception(() => Recorded.Check(new WorkflowCatalog().Add(new PlanTicket()), Prefix + story));

        Assert.True(
            fault is null,
            $"""
            The story no longer fits '{Prefix}{story}.json': {fault?.Message}
            Runs that wait in production have such histories. If the change is meant: raise PlanTicket.Version, so that
            they are succeeded instead of replayed; delete the files of the old version in {nameof(Histories)}/; record new ones with
              dotnet run --project tests/Planner.EndToEnd.Tests -- -explicit only
            If it is not meant: put the calls back into their order.
            """);
    }

    [Fact]
    public void HistoryFiles_AreThoseOfTodaysVersion() =>
        Assert.Equal(RecordedStory.All.Keys.Select(name => Prefix + name).Order(StringComparer.Ordinal), Recorded.Names);

    [Theory]
    [MemberData(nameof(Reorderings))]
    public void ReorderedSteps_DoNotFitTheHistory(string story, Reordering reordering)
    {
        var catalog = new WorkflowCatalog().Add(new ReorderedStory(reordering));

        Assert.Throws<NonDeterministicWorkflowException>(() => Recorded.Check(catalog, Prefix + story));
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void StoryThatPassesThroughUnchanged_FitsTheHistory(string story) =>
        Recorded.Check(new WorkflowCatalog().Add(new ReorderedStory(Reordering.None)), Prefix + story);

    // Run by hand after the version was raised: dotnet run --project tests/Planner.EndToEnd.Tests -- -explicit only
    [Theory(Explicit = true)]
    [MemberData(nameof(Stories))]
    public async Task Record(string story)
    {
        var history = await RecordedStory.All[story].Record();

        Assert.IsType<RunEnded>(history.Events[^1]);
        Recorded.Write(Prefix + story, history);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
