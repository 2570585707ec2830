using Planner.Core.Events;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Durability;
using Xunit;

namespace Planner.EndToEnd.Tests.Events;

public sealed class CommandTests
{
    private const string Run = "SHOP-7-t501";

    [Fact]
    public async Task DecisionInAComment_CountsAndIsConfirmedOnce()
    {
        await using var host = await Waiting();

        var reply = await host.Say("900", "Thanks.\n\n/decide TD001 B because we know it");
        var again = await host.Handle(new TrackerEvent.Commented("SHOP-7", "900"), "later");
        var result = await host.Story.Result(Run);

        Assert.Equal("TD001: option B is taken, decided by Rita.", reply);
        Assert.Equal("1 command in comment 900", again.Reason);
        Assert.Equal((DecisionStatus.Decided, "B"), (result.Decisions[0].Status, result.Decisions[0].Option));
    }

    [Fact]
    public async Task SecondDecision_IsToldWhatStands()
    {
        await using var host = await Waiting();
        await host.Say("900", "/decide TD001 B");

        var reply = await host.Say("901", "/decide TD001 A", account: "otto");

        Assert.True(
            reply is "TD001 was settled before: decided, option B by Rita. What came first stands."
                or "No plan is being made for this ticket now. `/plan` starts one.",
            reply);
    }

    [Theory]
    [InlineData("/decide TD001 Z", "TD001 has no option Z; it has A, B.")]
    [InlineData("/decide TD009 A", "TD009 is not waited for now. `/plan status` tells what is.")]
    [InlineData("/answer Q009 yes", "Q009 is not waited for now. `/plan status` tells what is.")]
    [InlineData("/decide TD001", "`/decide TD001` was not understood. It is written `/decide TD001 B because …`.")]
    [InlineData("/plan", "A plan is being made already. `/plan status` tells what it waits for.")]
    public async Task CommandThatCannotBeCarriedOut_GetsAHelpfulReply(string comment, string reply)
    {
        await using var host = await Waiting();

        Assert.Equal(reply, await host.Say("900", comment));
    }

    [Fact]
    public async Task Status_TellsWhatIsWaitedForFromWhomAndUntilWhen()
    {
        await using var host = await Waiting();

        Assert.Matches("^Waits until \\w{3} 2026-03-03 09:00 UTC for TD001 from .+\\.$", await host.Say("900", "/plan status"));
    }

    [Fact]
    public async Task Cancel_EndsTheRunAndPlanStartsAnother()
    {
        await using var host = await Waiting();

        var cancelled = await host.Say("900", "/plan cancel");
        var ended = await host.Client.Get(Run);
        var nothing = await host.Say("901", "/plan cancel");
        var planned = await host.Say("902", "/plan");

        Assert.Equal("The run is cancelled; what was written stays.", cancelled);
        Assert.Equal((RunStatus.Terminated, "cancelled by Rita"), (ended!.Status, ended.Reason));
        Assert.StartsWith("No plan is being made", nothing, StringComparison.Ordinal);
        Assert.Equal("A plan is being made; it comes as a comment.", planned);
        Assert.Contains((await host.Client.List(new RunQuery([RunStatus.Pending, RunStatus.Running], "SHOP-7-w"))).Items, r => r.Workflow == "plan-ticket");
    }

    [Theory]
    [InlineData("/plan cancel", true)]
    [InlineData("> /plan cancel", false)]
    [InlineData("```\n/plan cancel\n```", false)]
    [InlineData("We should not /plan cancel this.", false)]
    public async Task OwnCommentsQuotesCodeAndProse_DoNothing(string comment, bool isOurs)
    {
        await using var host = await Waiting();

        Assert.Null(await host.Say("900", comment, isOurs: isOurs));
        Assert.Equal(RunStatus.Running, (await host.Client.Get(Run))!.Status);
    }

    [Fact]
    public async Task WhoMayNot_IsToldSoAndNothingHappens()
    {
        await using var listed = await Waiting(new Commanders.Accounts(["otto"]));
        await using var role = await Waiting(new Commanders.Role("Developers"));
        role.Talk.Roles["rita/Developers"] = true;

        Assert.StartsWith("Commands on plans are for a list of people", await listed.Say("900", "/plan cancel"), StringComparison.Ordinal);
        Assert.Equal(RunStatus.Running, (await listed.Client.Get(Run))!.Status);
        Assert.StartsWith(
            "Commands on plans are for people with the role Developers",
            await role.Say("900", "/plan cancel", account: "otto"),
            StringComparison.Ordinal);
        Assert.Equal("The run is cancelled; what was written stays.", await role.Say("901", "/plan cancel"));
    }

    [Fact]
    public async Task SeveralCommandsOfAComment_AreAnsweredTogether()
    {
        await using var host = await Waiting();

        Assert.Equal(
            "TD009 is not waited for now. `/plan status` tells what is.\n\nTD001: option A is taken, decided by Rita.",
            await host.Say("900", "/decide TD009 A\n/decide TD001 A"));
    }

    private static async Task<EventHost> Waiting(Commanders? commanders = null)
    {
        var host = await new EventHost(new TriggerPolicy { Codebases = EventHost.Shop, Commanders = commanders ?? new Commanders.Anyone() }).Open();
        await host.Handle(new TrackerEvent.StatusChanged("SHOP-7", "501", "3", null));
        await host.UntilWaiting(Run);
        return host;
    }
}
