using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Opinions;

public sealed class ServerLookupsTests
{
    private const string Missing = "The tool server wiki is not used: it is out of reach.";

    [Fact]
    public void Evidence_NamesToolsThatGaveSomething_AndNoOthers()
    {
        var lookups = new ServerLookups(["docs/search"], []);

        Assert.True(lookups.Holds(ServerLookups.Citation("docs", "search")));
        Assert.False(lookups.Holds("mcp:docs/other"));
        Assert.False(lookups.Holds("docs/search"));
    }

    [Fact]
    public void Several_AreOneSortedAndEachOnce()
    {
        Assert.Null(ServerLookups.Of([null, null]));
        Assert.Equivalent(
            new ServerLookups(["a/x", "b/y"], ["1", "2"]),
            ServerLookups.Of([new ServerLookups(["b/y", "a/x"], ["2"]), null, new ServerLookups(["a/x"], ["1", "2"])]),
            strict: true);
    }

    [Fact]
    public void WhatIsMissing_IsToldOnceAmongThePlansLimitations()
    {
        var inputs = ReturnsTicket.Inputs;
        var opinions = inputs.Opinions.Select(o => o with { Servers = new ServerLookups(["docs/search"], [Missing]) });

        var plan = PlanAssembler.Assemble(inputs with { Opinions = [.. opinions] });

        Assert.Single(plan.Limitations, l => l == Missing);
        Assert.DoesNotContain(Missing, plan.StatedEverywhere);
    }
}
