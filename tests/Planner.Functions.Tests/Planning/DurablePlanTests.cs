using Planner.Conformance.Stores;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Review.Reports;
using Planner.Engine;
using Planner.Functions.Tests.Durable;
using Planner.Testing.Categories;

namespace Planner.Functions.Tests.Planning;

/// <summary>The real story with its real steps on Durable Task.</summary>
public abstract class DurablePlanTests
{
    private const string RunId = "SHOP-101-api-1";

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
        var result = await PlanConversation.Result(host.Client, RunId);

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
        var talk = new PlanConversation(() => host.Client, inbox, place.Store, RunId);
        await host.Client.Start(new PlanTicket(), RunId, PlanningPlace.Request(TimeSpan.FromDays(2)));
        await talk.Agenda();

        await host.Restart();
        await talk.AnswerEverything();
        var result = await PlanConversation.Result(host.Client, RunId);

        Assert.NotEmpty(result.Decisions);
        Assert.All(result.Decisions, decision => Assert.Equal(DecisionStatus.Decided, decision.Status));
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
            await PlanConversation.Result(engine.Client, RunId);
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
[LongRunning]
public sealed class AzureStoragePlanTests(StorageAccount account) : DurablePlanTests
{
    private protected override async Task<Func<Task<Sidecar>>> Hub() => TaskHubs.InAzureStorage(await account.ConnectionString());
}
