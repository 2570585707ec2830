using Microsoft.Extensions.Logging.Abstractions;
using Planner.Core.Planning.Retention;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Review.Reports;
using Planner.Core.Tests.Planning.Control;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Core.Tests.Planning.Retention;

public sealed class RunRetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task OfATicketsRuns_TheOneWhosePlanCountsStays()
    {
        var client = new RunListClient(
            Planned("SHOP-1-api-1", 1),
            Planned("SHOP-1-api-2", 2),
            Planned("SHOP-1-api-3", 3, PlanResult.NotReady),
            Planned("SHOP-2-api-1", 1));

        var report = await Purge(client);

        Assert.Equal(["SHOP-1-api-2", "SHOP-2-api-1"], client.Left);
        Assert.Equal((2, 2), (report.Purged, report.Kept));
    }

    [Fact]
    public async Task WhatARunUnderWayGoesOnFrom_Stays()
    {
        var client = new RunListClient(
            Run("SHOP-1-refine-1", RunStatus.Running, Request("SHOP-1") with { Follows = ["SHOP-1-api-1"], Previous = "SHOP-1-refine-0" }),
            Run("SHOP-1-refine-0", RunStatus.Terminated, Request("SHOP-1")),
            Run("SHOP-1-api-1", RunStatus.Terminated, Request("SHOP-1")),
            Run("SHOP-1-api-0", RunStatus.Terminated, Request("SHOP-1")));

        await Purge(client);

        Assert.Equal(["SHOP-1-refine-1", "SHOP-1-refine-0", "SHOP-1-api-1"], client.Left);
    }

    [Fact]
    public async Task RunWhoseSuccessorIsUnderWay_Stays()
    {
        var client = new RunListClient(
            Run("SHOP-1-api-1~3", RunStatus.Running, Request("SHOP-1")),
            Run("SHOP-1-api-1~2", RunStatus.Terminated, Request("SHOP-1")) with { SucceededBy = "SHOP-1-api-1~3" },
            Run("SHOP-1-api-1", RunStatus.Terminated, Request("SHOP-1")) with { SucceededBy = "SHOP-1-api-1~2" });

        await Purge(client);

        Assert.Equal(3, client.Left.Count());
    }

    [Fact]
    public async Task EventsAndFailedRuns_GoWithTime_AndYoungOnesStay()
    {
        var client = new RunListClient(
            Run("event-c1", RunStatus.Completed, Request("SHOP-1")) with { Workflow = "handle-jira-event" },
            Run("SHOP-1-api-1", RunStatus.Failed, Request("SHOP-1")),
            Run("SHOP-1-api-2", RunStatus.Failed, Request("SHOP-1")) with { UpdatedAt = Now.AddDays(-29) });

        await Purge(client);

        Assert.Equal(["SHOP-1-api-2"], client.Left);
    }

    [Fact]
    public async Task RunThatCannotBeDeleted_KeepsNoOtherFromGoing()
    {
        var client = new RunListClient(
            Run("SHOP-1-api-1", RunStatus.Failed, Request("SHOP-1")),
            Run("SHOP-1-api-2", RunStatus.Failed, Request("SHOP-1")))
        { Stubborn = "SHOP-1-api-1" };

        var report = await Purge(client);

        Assert.Equal((1, 1), (report.Purged, report.Kept));
        Assert.Equal(["SHOP-1-api-1"], client.Left);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3651)]
    public void DaysOutOfRange_AreRefusedAndToldHowToMend(int days) =>
        Assert.Contains("Retention__Days", Assert.Single(new RetentionOptions { Days = days }.Faults()), StringComparison.Ordinal);

    private static Task<RetentionReport> Purge(RunListClient client) =>
        new RunRetention(client, new MemoryStore(), new RetentionOptions { Days = 30 }, NullLogger<RunRetention>.Instance).Purge(
            Now,
            null,
            5,
            () => false,
            TestContext.Current.CancellationToken);

    private static RunInfo Planned(string id, int version, string verdict = Verdicts.Approved) =>
        Run(id, RunStatus.Completed, Request(id[..6])) with
        {
            Output = Payload.Write(new PlanResult { Ticket = id[..6], Version = version, Verdict = verdict, Artifacts = "v" }),
        };

    private static PlanRequest Request(string ticket) => new() { Ticket = ticket, Codebase = "shop" };

    private static RunInfo Run(string id, RunStatus status, PlanRequest request) => new()
    {
        InstanceId = id,
        Workflow = new PlanTicket().Name,
        StoryVersion = PlanTicket.Version,
        Status = status,
        CreatedAt = Now.AddDays(-100),
        UpdatedAt = Now.AddDays(-40),
        Input = Payload.Write(request),
    };
}
