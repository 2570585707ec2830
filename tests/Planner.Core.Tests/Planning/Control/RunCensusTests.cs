using Planner.Core.Planning.Control;
using Planner.Core.Planning.Runs;
using Planner.Durability;
using Xunit;

namespace Planner.Core.Tests.Planning.Control;

public sealed class RunCensusTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Runs_AreCountedByState_AndOthersLeftOut()
    {
        var census = RunCensus.Of(
        [
            Run(RunStatus.Pending), Run(RunStatus.Running), Run(RunStatus.Running, new RunProgress("grounding")), Run(RunStatus.Suspended),
            Waiting(1, Now, Now.AddDays(1)),
            Run(RunStatus.Completed), Run(RunStatus.Running) with { Workflow = "handle-jira-event" },
        ]);

        var states = census.ByState.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, s.Value));
        Assert.Equal([("Pending", 1), ("Running", 2), ("Suspended", 1), ("Waiting", 1)], states);
    }

    [Fact]
    public void Waits_AreSummedUp_WithTheOldestAndTheNextDeadline()
    {
        var census = RunCensus.Of([Waiting(2, Now.AddHours(-5), Now.AddHours(40)), Waiting(1, Now.AddHours(-1), Now.AddHours(3))]);

        Assert.Equal((3, Now.AddHours(-5), Now.AddHours(3)), (census.Waiting, census.OldestSince, census.NextDeadline));
    }

    [Fact]
    public void WaitOfAnEarlierBuild_CountsFromItsLastEvent() =>
        Assert.Equal(Now, RunCensus.Of([Waiting(1, since: null, Now.AddDays(1))]).OldestSince);

    [Fact]
    public void Nothing_HasNoAgeAndNoDeadline()
    {
        var census = RunCensus.Of([]);

        Assert.Equal((0, null, null), (census.Waiting, census.OldestSince, census.NextDeadline));
        Assert.All(census.ByState, state => Assert.Equal(0, state.Value));
    }

    private static RunInfo Waiting(int items, DateTimeOffset? since, DateTimeOffset until) => Run(RunStatus.Running, new RunProgress("waiting")
    {
        WaitingFor = [.. Enumerable.Range(1, items).Select(i => new AgendaEntry($"TD00{i}", "Rita"))],
        Since = since,
        Until = until,
    });

    private static RunInfo Run(RunStatus status, RunProgress? progress = null) => new()
    {
        InstanceId = "SHOP-7-t1",
        Workflow = "plan-ticket",
        StoryVersion = "1",
        Status = status,
        CreatedAt = Now.AddDays(-1),
        UpdatedAt = Now,
        CustomStatus = progress is null ? null : Payload.Write(progress),
    };
}
