using System.Collections.Concurrent;
using Planner.Core.Conversation.Replies;
using Planner.Core.Decisions;
using Planner.Core.Events;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Text;
using Planner.Durability;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.Core.Tests.Events;

/// <summary>The comment that asks is on the ticket a moment before the run waits for the answer.</summary>
public sealed class PatienceTests
{
    private const string RunId = "SHOP-7-t501";
    private const string Early = " is not waited for now. `/plan status` tells what is.";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly ReplyCommand Choice = new ReplyCommand.Decide("TD001", "B", "");
    private static readonly ReplyCommand Reply = new ReplyCommand.Answer("Q001", "thirty days");

    private readonly MemoryStore store = new();
    private readonly FirstWins inbox = new();
    private readonly OneRunClient client = new(Run(new RunProgress("announcing")));

    public static TheoryData<bool> BothKinds => [true, false];

    [Theory]
    [MemberData(nameof(BothKinds))]
    public async Task AnswerBeforeTheRunWaits_IsLookedAtAgain(bool isDecision)
    {
        for (var attempt = 1; attempt < 5; attempt++)
        {
            var early = await Assert.ThrowsAsync<StepException>(() => Execute(isDecision ? Choice : Reply, attempt));
            Assert.True(early.RetryHelps);
        }
    }

    [Theory]
    [MemberData(nameof(BothKinds))]
    public async Task AnswerToARunThatStillDoesNotWait_IsCalledEarlyAtTheFifthLook(bool isDecision)
    {
        Assert.Equal((isDecision ? "TD001" : "Q001") + Early, await Execute(isDecision ? Choice : Reply, 5));
        Assert.Empty(await inbox.Read(RunId, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnswerLookedAtAgain_CountsOnceTheRunWaits()
    {
        await Assert.ThrowsAsync<StepException>(() => Execute(Choice, 1));
        await Wait();

        Assert.Equal("TD001: option B is taken, decided by Rita.", await Execute(Choice, 2));
        Assert.Equal("TD001", Assert.Single(await inbox.Read(RunId, TestContext.Current.CancellationToken)).Item);
    }

    [Fact]
    public async Task RunThatWaitsForOthers_IsNotWaitedFor()
    {
        await Wait();

        Assert.Equal("TD009" + Early, await Execute(new ReplyCommand.Decide("TD009", "A", ""), 1));
    }

    [Fact]
    public async Task SecondAnswer_IsToldWhatStandsAtOnce_AlsoWhereTheRunWaitsNoMore()
    {
        await Wait();
        await Execute(Choice, 1);
        client.Run = Run(new RunProgress("assembling"));

        Assert.Equal(
            "TD001 was settled before: decided, option B by Rita. What came first stands.",
            await Execute(new ReplyCommand.Decide("TD001", "A", ""), 1));
    }

    private async Task Wait()
    {
        var agenda = new Agenda([new AgendaItem(ScriptedOpinions.Choice("TD001"), 1, null)], [], LocalIds.None);
        var reference = await store.PutContent("SHOP-7", RunId, PlanJson.Content(agenda), TestContext.Current.CancellationToken);
        client.Run = Run(new RunProgress("waiting") { Until = Now.AddDays(2), Agenda = reference, Round = 1 });
    }

    private async Task<string> Execute(ReplyCommand asked, int attempt)
    {
        var catalog = new WorkflowCatalog().AddEvents(new EventPorts
        {
            Conversation = new RecordingConversation(),
            Client = client,
            Desk = new AnswerService(client, inbox, store),
            FollowUps = new FollowUps(client, inbox, store),
            Policy = new TriggerPolicy(),
        });
        var call = new StepCall("event-c900", "event-c900/obey-command/2", attempt, Now, TestContext.Current.CancellationToken);
        return Payload.Read<string>(await catalog.Step(EventSteps.Execute.Name).Invoke(Payload.Write(new Command("SHOP-7", "900", "Rita", asked)), call));
    }

    private static RunInfo Run(RunProgress progress) => new()
    {
        InstanceId = RunId,
        Workflow = new PlanTicket().Name,
        StoryVersion = PlanTicket.Version,
        Status = RunStatus.Running,
        CreatedAt = Now,
        UpdatedAt = Now,
        CustomStatus = Payload.Write(progress),
        Input = Payload.Write(new PlanRequest { Ticket = "SHOP-7", Codebase = "shop" }),
    };

    private sealed class FirstWins : IInbox
    {
        private readonly ConcurrentDictionary<(string Run, string Item), string> items = new();

        public Task<InboxWrite> TryAdd(string runId, string item, string payload, CancellationToken cancellation = default) =>
            Task.FromResult(new InboxWrite(items.TryAdd((runId, item), payload), new InboxItem(item, items[(runId, item)])));

        public Task<IReadOnlyList<InboxItem>> Read(string runId, CancellationToken cancellation = default) =>
            Task.FromResult<IReadOnlyList<InboxItem>>([.. items.Where(i => i.Key.Run == runId).Select(i => new InboxItem(i.Key.Item, i.Value))]);

        public Task Delete(string runId, CancellationToken cancellation = default) => throw new NotSupportedException();
    }
}
