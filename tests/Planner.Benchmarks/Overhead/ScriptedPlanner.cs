using System.Diagnostics;
using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Engine;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Tickets;
using Planner.Specialists.Rules;
using Planner.Testing.Planning;

namespace Planner.Benchmarks.Overhead;

/// <summary>Everything that <c>planner plan</c> wires together, but each specialist takes a given time and says what a script says.</summary>
internal sealed class ScriptedPlanner : IAsyncDisposable
{
    private readonly SamplePlan plan;
    private readonly ScriptedSpecialist specialist;
    private readonly EmbeddedEngine engine;
    private int runs;

    public ScriptedPlanner(SamplePlan plan, TimeSpan thinking)
    {
        this.plan = plan;
        specialist = new ScriptedSpecialist(Sure) { Delay = thinking };
        engine = EmbeddedEngine.Create(new EngineOptions { DataDirectory = plan.EngineData });
        engine.Start(new WorkflowCatalog().AddPlanning(new PlanningPorts
        {
            Tracker = new FolderTicketTracker(new FolderTicketOptions(plan.TicketFolder, plan.Ticket)),
            Codebase = new CodebaseReader(_ => plan.Codebase, new CodebaseOptions { ExcludedFolders = [plan.Output] }),
            Panel = SpecialistPanel.BuiltIn(),
            Specialist = specialist,
            Rules = new RulesSpecialist(),
            Criteria = new CriteriaAssigner(),
            Store = new FileArtifactStore(plan.Output),
            Inbox = engine.Inbox,
            Journal = engine.Journal,
        }));
    }

    /// <summary>Consultations that follow one another in a round.</summary>
    public static int LongestChain
    {
        get
        {
            var depths = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var seat in SpecialistPanel.BuiltIn().Order)
            {
                depths[seat.Name] = 1 + seat.After.Select(name => depths[name]).DefaultIfEmpty(0).Max();
            }

            return depths.Values.Max();
        }
    }

    /// <summary>Plans the ticket once more, from the start of the run to its end.</summary>
    public async Task<TimeSpan> Plan()
    {
        var id = $"{plan.Key}-cli-{++runs}";
        specialist.Asked.Clear();
        var watch = Stopwatch.StartNew();
        await engine.Client.Start(new PlanTicket(), id, Request);
        var run = await engine.Client.WaitForEnd(id);
        watch.Stop();
        if (run.Status != RunStatus.Completed)
        {
            throw new InvalidOperationException($"{id} is {run.Status}: {run.Reason}");
        }

        if (specialist.Asked.FirstOrDefault(a => a.Round > 1) is { } again)
        {
            var why = string.Join("; ", again.Findings.Select(f => $"{f.Code} {f.Message}"));
            throw new InvalidOperationException($"{again.Definition.Name} was asked twice: the longest chain is not that of one round. {why}");
        }

        return watch.Elapsed;
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    // The review sends an opinion back that is sure of a file which is not there.
    private static Opinion Sure(Consultation asked) => ScriptedOpinions.Sure(asked) with { Evidence = [$"{asked.Grounding.Files[0].Path}:1"] };

    private PlanRequest Request => new()
    {
        Ticket = plan.Key,
        Codebase = "shop",
        Policy = new PlanningPolicy { Decisions = new DecisionPolicy { Timeout = TimeSpan.Zero } },
    };
}
