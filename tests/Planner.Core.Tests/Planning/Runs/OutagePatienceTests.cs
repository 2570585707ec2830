using Planner.Core.Conversation.Comments;
using Planner.Core.LanguageModels;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Steps;
using Planner.Core.Tickets;
using Planner.Durability;
using Xunit;

namespace Planner.Core.Tests.Planning.Runs;

public sealed class OutagePatienceTests
{
    private static StepCall Call(int attempt) => new("run", "run/report/1", attempt, DateTimeOffset.UnixEpoch, default);

    private static Task<bool> Guard(int attempt, Exception fault) =>
        OutagePatience.Guard<bool>(RetryPolicy.Outage, Call(attempt), () => throw fault);

    [Fact]
    public async Task TrackerThatIsDown_IsWaitedForHoweverOften()
    {
        var fault = await Assert.ThrowsAsync<Down>(() => Guard(39, new Down()));

        Assert.True(fault.RetryHelps);
    }

    [Fact]
    public async Task ModelThatIsOutOfReach_IsWaitedForAsLong()
    {
        var fault = await Assert.ThrowsAsync<ModelOutOfReachException>(() => Guard(39, new ModelOutOfReachException("down", "big-one")));

        Assert.True(fault.RetryHelps);
    }

    [Fact]
    public async Task OtherFault_IsGivenUpAsAnywhere()
    {
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => Guard(4, new InvalidOperationException("broken")))).Message);

        var given = await Assert.ThrowsAsync<StepException>(() => Guard(5, new InvalidOperationException("broken")));
        Assert.Equal((false, "broken"), (given.RetryHelps, given.Message));
    }

    [Fact]
    public void OutagePolicy_OutlivesAnHour()
    {
        var pauses = Enumerable.Range(1, RetryPolicy.Outage.MaxAttempts - 1).Select(RetryPolicy.Outage.DelayAfter);

        Assert.InRange(pauses.Aggregate(TimeSpan.Zero, (a, b) => a + b), TimeSpan.FromHours(2), TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task TicketThatIsGone_CostsTheCommentAlone() => Assert.Equal(
        "No comment on SHOP-1: it is gone",
        await TicketComments.Tell(new Gone(), "SHOP-1", "text", Call(1)));

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task ReminderThatCannotBeWritten_IsNotWaitedForLong(int attempt, bool isTriedAgain)
    {
        var request = new AnnounceRequest(new RunScope("SHOP-1", "shop", null), "", "", ["TD001"], DateTimeOffset.UnixEpoch, []);
        var remind = () => TicketComments.Remind(new Gone(), request, isLast: false, Call(attempt));

        if (isTriedAgain)
        {
            await Assert.ThrowsAsync<Down>(remind);
        }
        else
        {
            Assert.Equal("Nobody was reminded on SHOP-1: down", await remind());
        }
    }

    [Fact]
    public void Reminder_SaysWhatUntilWhenAndHow() => Assert.Equal(
        "**Still open: TD001, TD002.** Answers are waited for until Thu 1970-01-01 00:00 UTC; then the plan goes on with a PROVISIONAL choice.\n\nTo answer, "
            + "reply with a line like `/decide TD001 A because …`; the options stand in the comment of the plan.\n",
        ReminderComment.Render(["TD001", "TD002"], DateTimeOffset.UnixEpoch, isLast: false));

    private sealed class Down() : TicketTrackerException("down", retryHelps: true);

    private sealed class Gone : ITicketTracker
    {
        public Task<Ticket> Read(string key, CancellationToken cancellation) => throw new TicketNotFoundException("it is gone");

        public Task<ChildTickets> Children(string key, CancellationToken cancellation) => Task.FromResult(ChildTickets.None);

        public Task Amend(string key, string marker, string markdown, CancellationToken cancellation) => throw new TicketNotFoundException("it is gone");

        public Task<string?> Remind(string key, string marker, string markdown, string? alsoTo, CancellationToken cancellation) => throw new Down();

        public Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation) =>
            throw new TicketNotFoundException("it is gone");
    }
}
