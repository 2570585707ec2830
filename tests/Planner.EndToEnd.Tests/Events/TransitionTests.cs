using System.Text;
using Planner.Core.Conversation;
using Planner.Core.Events;
using Planner.Durability;
using Xunit;

namespace Planner.EndToEnd.Tests.Events;

public sealed class TransitionTests
{
    private static readonly TrackerEvent Ready = new TrackerEvent.StatusChanged("SHOP-7", "501", "3", "Ready for planning");

    [Fact]
    public async Task TransitionIntoATriggerStatus_StartsOneRunHoweverOftenItIsDelivered()
    {
        await using var host = await new EventHost().Open();
        var request = HandleJiraEvent.Request(Ready, "d1", []);

        var first = await host.Deliver(request);
        var again =
            await Task.WhenAll(Enumerable.Range(0, 5).Select(n => host.Deliver(HandleJiraEvent.Request(Ready, $"other {n}", Encoding.UTF8.GetBytes($"{n}")))));

        Assert.True(first);
        Assert.All(again, Assert.False);
        Assert.Equal(new EventResult("SHOP-7-t501", "a run was started"), await host.Result(request.Id));
        await host.UntilWaiting("SHOP-7-t501");
        Assert.Single((await host.Client.List(new RunQuery(IdPrefix: "SHOP-7-"))).Items);
    }

    [Theory]
    [InlineData("4", "In Progress", "3", "Ready for planning", "the status starts no plan")]
    [InlineData("3", "Ready for planning", "4", "In Progress", "the ticket has left the status again")]
    [InlineData(null, null, "4", "In Progress", "the status starts no plan")]
    public async Task OtherStatusThenOrNow_StartsNothing(string? toId, string? toName, string nowId, string now, string reason)
    {
        await using var host = await new EventHost().Open();
        host.Talk.States["SHOP-7"] = new TicketState("SHOP-7", nowId, now);

        Assert.Equal(new EventResult(null, reason), await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "501", toId, toName)));
    }

    [Fact]
    public async Task TicketThatWasMovedMeanwhile_IsPlannedUnderItsPresentKey()
    {
        await using var host = await new EventHost().Open();

        Assert.Equal("SHOP-7-t501", (await host.Handle(new TrackerEvent.StatusChanged("10227", "501", "3", null))).RunId);
    }

    [Fact]
    public async Task TicketThatIsGone_AndProjectWithoutCodeBase_StartNothing()
    {
        await using var host = await new EventHost(new TriggerPolicy { Codebases = new([new("one", ["OTHER"]), new("two", ["OTHER"])]) }).Open();
        host.Talk.States.Remove("10227", out _);

        Assert.Equal("the ticket is not there or not visible", (await host.Handle(new TrackerEvent.StatusChanged("10227", "1", "3", null), "a")).Reason);
        Assert.Equal(
            "it is not set up which code base project SHOP uses",
            (await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "2", "3", null), "b")).Reason);
        Assert.StartsWith("It is not set up which code base", await host.Say("900", "/plan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleWithoutAChange_TakesThePresentStatusAndTheDeliverysDigest()
    {
        await using var host = await new EventHost().Open();
        var result = await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", null, null, null));

        Assert.Matches("^SHOP-7-w[0-9a-f]{8}$", result.RunId);
    }

    [Fact]
    public async Task NewTriggerWhileARunIsUnderWay_AttachesToIt()
    {
        await using var host = await new EventHost().Open();
        await host.Handle(Ready);

        var second = await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "502", "3", null));

        Assert.Equal(new EventResult("SHOP-7-t501", "attached to SHOP-7-t501, which is under way"), second);
        Assert.Null(await host.Client.Get("SHOP-7-t502"));
    }

    [Fact]
    public async Task NewTriggerThatSupersedes_EndsTheRunBeforeAndSaysByWhom()
    {
        await using var host = await new EventHost(new TriggerPolicy { Codebases = EventHost.Shop, OnNewTrigger = NewTrigger.Supersede }).Open();
        await host.Handle(Ready);
        await host.UntilWaiting("SHOP-7-t501");
        host.Story.Clock.Advance(TimeSpan.FromSeconds(1));

        var second = await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "502", "3", null));
        var before = await host.Client.Get("SHOP-7-t501");

        Assert.Equal("SHOP-7-t502", second.RunId);
        Assert.Equal((RunStatus.Terminated, "superseded by SHOP-7-t502"), (before!.Status, before.Reason));
    }

    [Fact]
    public async Task ManyTriggersAtOnce_LeaveOneRunUnderWay()
    {
        await using var host = await new EventHost().Open();
        var requests = Enumerable.Range(0, 20)
            .Select(n => HandleJiraEvent.Request(new TrackerEvent.StatusChanged("SHOP-7", $"{500 + n}", "3", null), null, []))
            .ToList();

        await Task.WhenAll(requests.Select(host.Deliver));
        await Task.WhenAll(requests.Select(r => host.Result(r.Id)));

        var active = (await host.Client.List(new RunQuery([RunStatus.Pending, RunStatus.Running], "SHOP-7-"))).Items;
        Assert.Single(active);
    }

    [Fact]
    public async Task EventThatCameJustBeforeTheHostStopped_IsHandledWhenItIsBack()
    {
        await using var host = await new EventHost().Open();
        var request = HandleJiraEvent.Request(Ready, "d1", []);
        await host.Deliver(request);
        await host.Story.Close();

        await host.Open(isOpen: false);

        Assert.Equal("SHOP-7-t501", (await host.Result(request.Id)).RunId);
    }
}
