using System.Text.Json.Nodes;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Tickets;

/// <summary>What becomes of a ticket whose plan is there.</summary>
public sealed class TicketMarksTests
{
    private static string? Status(JiraBench bench) => (string?)bench.Jira.World.Tickets["SHOP-1"].Fields["status"]!["name"];

    private static int Transitions(JiraBench bench) =>
        bench.Jira.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/transitions", StringComparison.Ordinal));

    [Fact]
    public async Task NothingSetUp_DoesNothing()
    {
        await using var bench = await JiraBench.Open();

        Assert.Null(await bench.Mark());
        Assert.Empty(bench.Jira.Requests);
    }

    [Theory]
    [InlineData(true, "planned")]
    [InlineData(true, "3")]
    [InlineData(false, "Planned")]
    public async Task LabelAndTransition_AreSetOnce(bool isCloud, string target)
    {
        await using var bench = await JiraBench.Open(isCloud, o => (o.Label, o.TransitionTo) = ("has-plan", target));

        Assert.Equal("SHOP-1 is labelled has-plan. SHOP-1 is moved to Planned.", await bench.Mark());
        await bench.Mark();

        Assert.Equal("Planned", Status(bench));
        Assert.Equal(1, Transitions(bench));
        Assert.Equal("has-plan", (string?)Assert.Single(bench.Jira.World.Tickets["SHOP-1"].Fields["labels"]!.AsArray()));
    }

    [Fact]
    public async Task TransitionWhoseAnswerWasLost_IsNotMadeTwice()
    {
        await using var bench = await JiraBench.Open(change: o => o.TransitionTo = "Planned");
        bench.Jira.Faults.Add(new JiraFault.StatusAfterwards(504), method: "POST", path: "/transitions");

        await Assert.ThrowsAnyAsync<Planner.Core.Tickets.TicketTrackerException>(() => bench.Mark());
        Assert.Equal("SHOP-1 is in Planned.", await bench.Mark());

        Assert.Equal(1, Transitions(bench));
    }

    [Fact]
    public async Task PlanThatNeedsAttention_HasAStatusOfItsOwn()
    {
        await using var bench = await JiraBench.Open(change: o => o.TransitionTo = "Planned");

        Assert.Null(await bench.Mark(needsAttention: true));
        Assert.Equal("Ready for planning", Status(bench));
    }

    [Fact]
    public async Task StatusThatNoTransitionLeadsTo_IsSaid()
    {
        await using var bench = await JiraBench.Open(change: o => o.TransitionTo = "Closed");

        Assert.Equal("SHOP-1 was not moved: from where it is, no transition leads to Closed for this account.", await bench.Mark());
    }

    [Theory]
    [InlineData(400, "SHOP-1 was not moved: Jira does not accept")]
    [InlineData(403, "SHOP-1 was not moved: Jira forbids")]
    public async Task TransitionThatJiraRefuses_IsSaidAndCostsNothingElse(int status, string said)
    {
        await using var bench = await JiraBench.Open(change: o => (o.Label, o.TransitionTo) = ("has-plan", "Planned"));
        bench.Jira.Faults.Add(new JiraFault.Status(status, """{"errorMessages":["A resolution is needed."]}"""), method: "POST", path: "/transitions");

        var marked = await bench.Mark();

        Assert.StartsWith("SHOP-1 is labelled has-plan. " + said, marked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatusThatStartsPlansUnderItsOtherName_IsNotMovedTo()
    {
        await using var bench = await JiraBench.Open(change: o =>
        {
            o.TransitionTo = "Planned";
            o.TriggerStatuses.Add("3");
        });

        Assert.Equal("SHOP-1 was not moved: Planned is a status that starts plans.", await bench.Mark());
        Assert.Equal(0, Transitions(bench));
    }
}
