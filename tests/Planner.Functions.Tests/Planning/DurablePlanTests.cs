using Planner.Conformance.Stores;
using Planner.Core.Decisions;
using Planner.Core.Planning;
using Planner.Core.Review;
using Planner.Durability;
using Planner.Engine;
using Planner.Functions.Tests.Durable;

namespace Planner.Functions.Tests.Planning;

/// <summary>The real story with its real steps on Durable Task.</summary>
public abstract class DurablePlanTests
{
    private const string RunId = "SHOP-101-api-1";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>A new place for orchestrations.</summary>
    private protected abstract Task<Func<Task<Sidecar>>> Hub();

    [Fact]
    public async Task Ticket_PlannedToTheEnd_GivesTheBytesOfTheEmbeddedEngine()
    {
        using var place = new PlanningPlace();
        var inbox = new MemoryInbox();
        await using var host = new DurableHarness(await Hub(), place.Catalog(inbox, new MemoryJournal()), inbox);
        await host.Start();

        await host.Client.Start(new PlanTicket(), RunId, PlanningPlace.Request(TimeSpan.Zero));
        var result = await Result(host.Client);

        Assert.Equal((1, Verdicts.Provisional), (result.Version, result.Verdict));
        var files = await place.Files(1);
        Assert.Contains("manifest.json", files.Keys);
        Assert.Equal(await Embedded(), files);
    }

    [Fact]
    public async Task Decisions_TakenByAPersonAfterARestart_AreDecided()
    {
        using var place = new PlanningPlace();
        var inbox = new MemoryInbox();
        await using var host = new DurableHarness(await Hub(), place.Catalog(inbox, new MemoryJournal()), inbox);
        await host.Start();
        await host.Client.Start(new PlanTicket(), RunId, PlanningPlace.Request(TimeSpan.FromDays(2)));
        await Agenda(host.Client, inbox, place);

        await host.Restart();
        await AnswerEverything(host, inbox, place);
        var result = await Result(host.Client);

        Assert.NotEmpty(result.Decisions);
        Assert.All(result.Decisions, decision => Assert.Equal(DecisionStatus.Decided, decision.Status));
    }

    // Answers may lead to another agenda.
    private static async Task AnswerEverything(DurableHarness host, MemoryInbox inbox, PlanningPlace place)
    {
        while (await Agenda(host.Client, inbox, place) is { } agenda)
        {
            var desk = new AnswerDesk(host.Client, inbox, place.Store);
            foreach (var decision in agenda.Decisions)
                await desk.Decide(RunId, decision.Id, InboxAnswer.Decided(decision.Recommendation, "agreed", "Rita", DateTimeOffset.UnixEpoch), CancellationToken.None);
            foreach (var question in agenda.Questions)
                await desk.Answer(RunId, question.Id, InboxAnswer.Answered("yes", "Rita", DateTimeOffset.UnixEpoch), CancellationToken.None);
        }
    }

    // What is open once the run waits; null where it has ended.
    private static async Task<OpenAgenda?> Agenda(IWorkflowClient client, MemoryInbox inbox, PlanningPlace place)
    {
        using var patience = new CancellationTokenSource(Patience);
        var desk = new AnswerDesk(client, inbox, place.Store);
        while (!(await client.Get(RunId, patience.Token))!.HasEnded)
        {
            if (await desk.Open(RunId, patience.Token) is { } agenda && agenda.Decisions.Count + agenda.Questions.Count > 0)
                return agenda;
            await Task.Delay(50, patience.Token);
        }

        return null;
    }

    private static async Task<PlanResult> Result(IWorkflowClient client)
    {
        using var patience = new CancellationTokenSource(Patience);
        var run = await client.WaitForEnd(RunId, patience.Token);
        Assert.True(run.Status == RunStatus.Completed, $"{run.Status}: {run.Reason}");
        return Payload.Read<PlanResult>(run.Output!);
    }

    private static async Task<SortedDictionary<string, string?>> Embedded()
    {
        using var place = new PlanningPlace();
        var data = Directory.CreateTempSubdirectory("planner-embedded-");
        try
        {
            await using var engine = EmbeddedEngine.Create(new EngineOptions { DataDirectory = data.FullName });
            engine.Start(place.Catalog(engine.Inbox, engine.Journal));
            await engine.Client.Start(new PlanTicket(), RunId, PlanningPlace.Request(TimeSpan.Zero));
            await Result(engine.Client);
            return await place.Files(1);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}

/// <summary>In memory.</summary>
public sealed class InMemoryPlanTests : DurablePlanTests
{
    private protected override Task<Func<Task<Sidecar>>> Hub() => Task.FromResult(TaskHubs.InMemory());
}

/// <summary>On Azure Storage, or on Azurite.</summary>
public sealed class AzureStoragePlanTests(StorageAccount account) : DurablePlanTests
{
    private protected override async Task<Func<Task<Sidecar>>> Hub() => TaskHubs.InAzureStorage(await account.ConnectionString());
}
