using Planner.Core.Events;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Durability;
using Planner.EndToEnd.Tests.Story;
using Xunit;

namespace Planner.EndToEnd.Tests.Events;

public sealed class FollowUpEventTests
{
    private const string First = "SHOP-7-t501";

    [Fact]
    public async Task DecisionAfterTheDeadline_PlansAgainOnceAndTheCommentSaysWhy()
    {
        await using var host = await Provisional();

        var reply = await host.Say("900", "/decide TD001 B because we know it");
        var again = await host.Say("901", "/decide TD001 B because we know it");
        var run = Assert.Single(await Runs(host, "late-TD001"));
        var result = await host.Story.Result(run);
        var settled = await host.Say("902", "/decide TD001 A");

        Assert.Equal("TD001 was taken provisionally. The plan is made again with option B, decided by Rita; it comes as a new version.", reply);
        Assert.True(again == reply || again == "TD001: option B is taken, decided by Rita.", again);
        Assert.Equal((2, DecisionStatus.Decided), (result.Version, result.Decisions[0].Status));
        Assert.Equal("TD001 was settled before: decided, option B by Rita. What came first stands.", settled);
        var comment = host.Story.Tracker.Comments.Last();
        Assert.Contains("**Made again.** TD001 (How database/queue is sent): option B, decided by Rita after the deadline.", comment, StringComparison.Ordinal);
        Assert.Contains("TD001 PROVISIONAL A → decided B", comment.Replace("\\", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("`changes.md`", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refinement_PlansAgainWithItAndARedeliveryDoesNotAgain()
    {
        await using var host = await Provisional();

        var reply = await host.Say("900", "/plan refine Given a late order, when `OrderService.Confirm` runs, then it is logged.");
        await host.Handle(new TrackerEvent.Commented("SHOP-7", "900"), "later");
        var result = await host.Story.Result(Assert.Single(await Runs(host, "refine")));

        Assert.Equal("The plan is made again with that as a further criterion; it comes as a new version.", reply);
        Assert.Equal(2, result.Version);
        Assert.Contains("Rita asks for more: Given a late order", host.Story.Tracker.Comments.Last(), StringComparison.Ordinal);
        Assert.Contains("Criteria: 1 new (AC3)", host.Story.Tracker.Comments.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditOfAPlannedTicket_PlansAgainWhereTheWordsDiffer()
    {
        await using var host = await Provisional();

        var same = await host.Handle(new TrackerEvent.Edited("SHOP-7", "601"), "d601");
        host.Story.Tracker.Edit(StoryHost.Ready with { Description = StoryHost.Ready.Description.Replace("60 s", "30 s", StringComparison.Ordinal) });
        var edited = await host.Handle(new TrackerEvent.Edited("SHOP-7", "602"), "d602");
        var redelivered = await host.Handle(new TrackerEvent.Edited("SHOP-7", "602"), "d602-again");
        var result = await host.Story.Result(edited.RunId!);

        Assert.Equal(new EventResult(null, "the plan rests on these words already"), same);
        Assert.StartsWith("SHOP-7-changed-", edited.RunId, StringComparison.Ordinal);
        Assert.Equal(edited, redelivered);
        Assert.Equal(2, result.Version);
        Assert.Contains("The ticket says something else", host.Story.Tracker.Comments.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditWithATransitionThatStartsNothing_IsStillAnEdit()
    {
        await using var host = await Provisional();
        host.Talk.States["SHOP-7"] = host.Talk.States["SHOP-7"] with { StatusId = "4", StatusName = "In progress" };
        host.Story.Tracker.Edit(StoryHost.Ready with { Summary = "Send all order confirmations" });

        var moved = await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "603", "4", "In progress") { IsEdited = true }, "d603");

        Assert.StartsWith("SHOP-7-changed-", moved.RunId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditOfATicketWithoutAPlan_OrWhereItIsSwitchedOff_StartsNothing()
    {
        await using var none = await new EventHost().Open();
        await using var ignoring = await Provisional(new TriggerPolicy { Codebases = EventHost.Shop, OnTicketChanged = TicketChange.Ignore });

        var fresh = await none.Handle(new TrackerEvent.Edited("SHOP-7", "601"));
        var off = await ignoring.Handle(new TrackerEvent.Edited("SHOP-7", "601"), "d601");

        Assert.Equal(new EventResult(null, "the ticket has no plan yet"), fresh);
        Assert.Null(off.RunId);
    }

    [Fact]
    public async Task EditWhilePeopleAreWaitedFor_SupersedesTheRunAndItsAnswersStay()
    {
        await using var host = await new EventHost().Open();
        await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "501", "3", null));
        await host.UntilWaiting(First);
        host.Story.Tracker.Edit(StoryHost.Ready with { Description = StoryHost.Ready.Description.Replace("60 s", "30 s", StringComparison.Ordinal) });

        var edited = await host.Handle(new TrackerEvent.Edited("SHOP-7", "602"), "d602");
        await host.UntilWaiting(edited.RunId!);
        await host.Say("900", "/decide TD001 B");
        var result = await host.Story.Result(edited.RunId!);

        Assert.Equal(RunStatus.Terminated, (await host.Client.Get(First))!.Status);
        Assert.Equal((1, "B"), (result.Version, result.Decisions[0].Option));
    }

    private static async Task<EventHost> Provisional(TriggerPolicy? policy = null)
    {
        var host = await new EventHost(policy).Open();
        await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "501", "3", null));
        await host.UntilWaiting(First);
        host.Story.Clock.Advance(TimeSpan.FromDays(2));
        await host.Story.Result(First);
        return host;
    }

    private static async Task<IEnumerable<string>> Runs(EventHost host, string trigger) =>
        (await host.Client.List(new RunQuery(IdPrefix: $"SHOP-7-{trigger}-"))).Items.Where(r => r.Workflow == new PlanTicket().Name).Select(r => r.InstanceId);
}
