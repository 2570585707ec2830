using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Planning;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Engine;
using Planner.Engine.History;
using Planner.Engine.Storage;
using Planner.Integrations.Artifacts;
using Planner.Specialists.Rules;
using Planner.Testing.Clock;
using Planner.Testing.Planning;

namespace Planner.EndToEnd.Tests.Story;

/// <summary>The real story on the real engine and the real file store, with a scripted panel and a clock that is moved by hand.</summary>
internal sealed class StoryHost : IAsyncDisposable
{
    public const string RunId = "SHOP-7-cli-1";
    public static readonly DateTimeOffset SourceDate = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"planner-story-{Guid.NewGuid():n}");
    private EmbeddedEngine engine = null!;

    public StoryHost(Func<Consultation, Opinion> script, Ticket? ticket = null, params IReadOnlyList<Ticket> children)
    {
        Panel = new ScriptedSpecialist(script);
        Tracker = new RecordingTracker([ticket ?? Ready, .. children]);
        Open();
    }

    /// <summary>The panel that the scripts and recorded histories know, however many specialists the product gets.</summary>
    public static SpecialistPanel FirstFour { get; } =
        new([.. SpecialistLibrary.BuiltIn().Where(d => d.Name is "database" or "etl" or "service" or "api")]);

    public static Ticket Ready { get; } = new()
    {
        Key = "SHOP-7",
        Summary = "Send order confirmations",
        Reporter = "Rita",
        Description = "`OrderService` sends a confirmation.\n\n## Acceptance criteria\n\n- Given a paid order, when `OrderService.Confirm` runs, then a mail "
            + "is sent within 60 s.\n- Given a failed mail, when 5 minutes pass, then it is sent again.\n",
    };

    public ManualClock Clock { get; } = new();

    public ScriptedSpecialist Panel { get; }

    public RecordingTracker Tracker { get; }

    public IWorkflowClient Client => engine.Client;

    public FileArtifactStore Store => new(Path.Combine(folder, "out"));

    public AnswerService Desk => new(engine.Client, engine.Inbox, Store);

    public FollowUps FollowUps => new(engine.Client, engine.Inbox, Store);

    public string Output => Path.Combine(folder, "out");

    public EmbeddedEngine Engine => engine;

    public void Open(Func<IHistoryStore, IHistoryStore>? wrap = null, Action<WorkflowCatalog, PlanningPorts>? register = null)
    {
        engine = EmbeddedEngine.Create(new EngineOptions { DataDirectory = Path.Combine(folder, "engine") }, Clock, wrap: wrap);
        var catalog = new WorkflowCatalog();
        var ports = new PlanningPorts
        {
            Tracker = Tracker,
            Codebase = new FixedCodebase(Index()),
            Panel = FirstFour,
            Specialist = Panel,
            Rules = new RulesSpecialist(),
            Criteria = new CriteriaAssigner(),
            Store = Store,
            Inbox = engine.Inbox,
            Journal = engine.Journal,
            SourceDate = SourceDate,
        };
        if (register is null)
        {
            catalog.AddPlanning(ports);
        }
        else
        {
            register(catalog, ports);
        }

        engine.Start(catalog);
    }

    public async Task Close() => await engine.DisposeAsync();

    public Task Start(PlanningPolicy? policy = null, string runId = RunId) =>
        Client.Start(new PlanTicket(), runId, new PlanRequest { Ticket = "SHOP-7", Codebase = "shop", Policy = policy ?? Patient(TimeSpan.Zero) });

    public static PlanningPolicy Patient(TimeSpan timeout) => new() { Decisions = new() { Timeout = timeout } };

    public async Task<PlanResult> Result(string runId = RunId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var run = await Client.WaitForEnd(runId, limit.Token);
        return run.Status == RunStatus.Completed
            ? Payload.Read<PlanResult>(run.Output!)
            : throw new InvalidOperationException($"The run is {run.Status}: {run.Reason}");
    }

    /// <summary>The run once it waits for answers, and everybody was told so.</summary>
    public async Task<OpenAgenda> UntilWaiting(string runId = RunId)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (await Desk.Open(runId, limit.Token) is { } agenda && HasAnnounced(runId))
            {
                return agenda;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>Returns once an entry of the journal contains the words.</summary>
    public async Task UntilJournalSays(string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await engine.Journal.Read(RunId, cancellation: limit.Token)).Any(l => l.Entry.Text.Contains(words, StringComparison.Ordinal)))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    private bool HasAnnounced(string runId)
    {
        var events = engine.Export(runId)!.Events;
        var announced = events.OfType<StepCalled>().Where(c => c.Step == PlanningSteps.Announce.Name).Select(c => c.Call).ToHashSet();
        return announced.Count > 0 && announced.IsSubsetOf(events.OfType<StepCompleted>().Select(c => c.Call));
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static CodebaseIndex Index() => new()
    {
        Documents = [new DocumentFact("src/Orders.cs", 100, "", new Dictionary<string, int>(StringComparer.Ordinal) { ["order"] = 3 })],
        Types = [new TypeFact("OrderService", "class", "Shop", "src/Orders.cs", 1, [], [new MemberFact("Confirm", "method", "void Confirm()", 3)])],
        Conventions = new Conventions { VerificationCommands = ["dotnet test"] },
    };
}
