using Planner.Core.Planning.Steps;
using Planner.Core.Tickets;
using Xunit;

namespace Planner.Core.Tests.Planning.Steps;

/// <summary>What stands around a ticket.</summary>
public sealed class DiscussionReadingTests
{
    private static readonly Ticket Ticket = new()
    {
        Key = "SHOP-1",
        Summary = "Returns",
        Description = "",
        Parent = new TicketLink("SHOP-100", "epic", "Money back"),
        Children = [new TicketLink("SHOP-2", "child", "A part")],
        Links = [new TicketLink("SHOP-90", "is blocked by", ""), new TicketLink("SHOP-2", "relates to", ""), new TicketLink("SHOP-404", "relates to", "")],
    };

    [Fact]
    public async Task ParentAndLinks_ComeWithTheirTexts_AndChildrenDoNot()
    {
        var read = await new DiscussionReading(new Tracker()).Of(Ticket, TestContext.Current.CancellationToken);

        Assert.Equal(["SHOP-100", "SHOP-90"], read.Related.Select(r => r.Link.Key));
        Assert.Equal(["epic", "is blocked by"], read.Related.Select(r => r.Link.Relation));
        Assert.Equal("Text of SHOP-90", read.Related[1].Description);
        Assert.Equal("Summary of SHOP-90", read.Related[1].Link.Summary);
    }

    [Fact]
    public async Task WhatIsNotThere_IsTold()
    {
        var read = await new DiscussionReading(new Tracker()).Of(Ticket, TestContext.Current.CancellationToken);

        Assert.Equal(["SHOP-404, which the ticket is linked with, is not there or not visible."], read.Limitations);
    }

    [Fact]
    public async Task OfManyComments_TheLastAreRead_AndItIsTold()
    {
        var tracker = new Tracker { Said = [.. Enumerable.Range(1, 40).Select(n => new TicketRemark("Ada", "", $"{n} {new string('x', 4_000)}"))] };

        var read = await new DiscussionReading(tracker).Of(Ticket with { Parent = null, Links = [] }, TestContext.Current.CancellationToken);

        Assert.Equal(30, read.Remarks.Count);
        Assert.StartsWith("11 ", read.Remarks[0].Markdown, StringComparison.Ordinal);
        Assert.Equal(3_001, read.Remarks[0].Markdown.Length);
        Assert.Equal(["Of 40 comments on SHOP-1 the last 30 were read."], read.Limitations);
    }

    private sealed class Tracker : ITicketTracker
    {
        public IReadOnlyList<TicketRemark> Said { get; init; } = [];

        public Task<Ticket> Read(string key, CancellationToken cancellation) => key == "SHOP-404"
            ? throw new TicketNotFoundException(key)
            : Task.FromResult(new Ticket { Key = key, Summary = $"Summary of {key}", Description = $"Text of {key}" });

        public Task<IReadOnlyList<TicketRemark>> Remarks(string key, CancellationToken cancellation) => Task.FromResult(Said);

        public Task<ChildTickets> Children(string key, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation) => throw new NotSupportedException();

        public Task Amend(string key, string marker, string markdown, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
