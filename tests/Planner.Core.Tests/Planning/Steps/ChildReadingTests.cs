using Planner.Core.Planning.Steps;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;
using Planner.Testing.Planning;
using Xunit;
using static Planner.Core.Tests.Tickets.Epics.SampleStories;

namespace Planner.Core.Tests.Planning.Steps;

public sealed class ChildReadingTests
{
    [Fact]
    public async Task ListedChildrenComeFirst_ThenThoseThatNameTheirParent()
    {
        var found = await Read(EpicOf("", Child("SHOP-12")), Story("SHOP-12"), Story("SHOP-10"), Story("SHOP-9"));

        Assert.Equal(["SHOP-12", "SHOP-9", "SHOP-10"], found.Items.Select(c => c.Link.Key));
        Assert.All(found.Items, c => Assert.NotNull(c.Ticket));
        Assert.Empty(found.Limitations);
    }

    [Fact]
    public async Task ChildThatCannotBeRead_KeepsItsPlaceAndIsALimitation()
    {
        var epic = EpicOf("", new TicketLink("SHOP-2", "child", "Refunds", "To Do"), Child("SHOP-3"));

        var map = Epic.Of(epic, await Read(epic, Story("SHOP-3"))).Map!;

        Assert.Equal(("Refunds", StoryState.Unread), (map.Stories[0].Title, map.Stories[0].State));
        Assert.StartsWith("SHOP-2 is not planned, because it is not there", Assert.Single(map.Limitations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItselfItsParentAndInvalidKeys_AreNoChildren()
    {
        var epic = EpicOf("", Child("SHOP-1"), Child("../SHOP-2"), Child("SHOP-7")) with { Parent = new("SHOP-7", "parent", "") };

        var found = await Read(epic, Story("SHOP-7"));

        Assert.Empty(found.Items);
        Assert.StartsWith("SHOP-7 is the parent of SHOP-1", Assert.Single(found.Limitations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreChildrenThanTheMost_AreCutAndStated()
    {
        var found = await Read(EpicOf("", [.. Enumerable.Range(2, 400).Select(n => Child($"SHOP-{n}"))]));

        Assert.Equal(ChildReading.MaxChildren, found.Items.Count);
        Assert.Contains("400 children", Assert.Single(found.Limitations), StringComparison.Ordinal);
        Assert.EndsWith("SHOP-61 and 340 more are left out.", found.Limitations[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task DoneChildren_AreLeftOutFirst()
    {
        var found = await Read(EpicOf(
            "",
            [.. Enumerable.Range(2, ChildReading.MaxChildren).Select(n => Child($"SHOP-{n}") with { IsDone = n == 5 }), Child("SHOP-99")]));

        Assert.DoesNotContain("SHOP-5", found.Items.Select(c => c.Link.Key));
        Assert.Equal("SHOP-99", found.Items[^1].Link.Key);
        Assert.EndsWith("SHOP-5 is left out.", Assert.Single(found.Limitations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChildrenOfAChild_AreNotFollowedAndStated()
    {
        var epic = EpicOf("", Child("SHOP-2"));

        var map = Epic.Of(
            epic,
            await Read(epic, Story("SHOP-2") with { Children = [Child("SHOP-1"), Child("SHOP-5")] }, Story("SHOP-5") with { Parent = null })).Map!;

        Assert.Equal(["SHOP-2"], map.Stories.Select(s => s.Key));
        Assert.Equal(["Tickets below SHOP-2 were not read."], map.Limitations);
    }

    private static TicketLink Child(string key) => new(key, "child", "");

    private static Task<FoundChildren> Read(Ticket epic, params IReadOnlyList<Ticket> others) =>
        new ChildReading(new RecordingTracker([epic, .. others])).Of(epic, TestContext.Current.CancellationToken);
}
