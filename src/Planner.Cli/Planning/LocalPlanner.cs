using Microsoft.Extensions.Logging;
using Planner.Codebase;
using Planner.Codebase.Reading;
using Planner.Codebase.Specialists;
using Planner.Core.Artifacts;
using Planner.Core.Conversation;
using Planner.Core.Grounding.Facts;
using Planner.Core.Hosting;
using Planner.Core.Planning;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Core.Text.Secrets;
using Planner.Durability;
using Planner.Engine;
using Planner.Integrations.Artifacts;
using Planner.Integrations.LanguageModels;
using Planner.Integrations.Mcp;
using Planner.Specialists.Hosting;
using Planner.Specialists.Rules;

namespace Planner.Cli.Planning;

/// <summary>
/// The whole service for one ticket in this process: the embedded engine, a folder or container for plans, rules or a
/// model. The engine's data lie in a folder of their own per ticket, so that two tickets can be planned at once.
/// </summary>
internal sealed class LocalPlanner : IAsyncDisposable
{
    private readonly EmbeddedEngine engine;

    private LocalPlanner(EmbeddedEngine engine, IArtifactStore store, RunClaims? claims)
    {
        this.engine = engine;
        Desk = new AnswerService(engine.Client, engine.Inbox, store);
        Claims = claims;
    }

    public IWorkflowClient Client => engine.Client;

    public IJournal Journal => engine.Journal;

    public AnswerService Desk { get; }

    /// <summary>How run ids are kept apart from those of other folders; null where this folder has the store for itself.</summary>
    public RunClaims? Claims { get; }

    public static LocalPlanner Open(
        PlanTarget target, string codebase, string output, ChosenStore chosen, ISchemaReader? database, INotifier? notifier,
        ConfiguredModel? model, Redactor redactor, McpServers? servers, ILoggerFactory loggers)
    {
        var panel = Team(codebase);
        var taken = Take(Path.Combine(output, ".planner", target.Key), target.Key, loggers);
        var claims = chosen.IsShared ? RunClaims.Of(chosen.Store, target.Key, output) : null;
        var reader = new CodebaseReader(_ => codebase, Reading(output, chosen)) { Redactor = redactor };
        var rules = new RulesSpecialist();
        var thinkers = model is null
            ? Thinkers.ByRules(rules)
            : SpecialistServices.With(model.Model, model.Terms, chosen.Store, reader, taken.Journal, servers, redactor);
        var ports = new PlanningPorts
        {
            Tracker = target.Tracker,
            Codebase = reader,
            Database = database,
            Panel = panel,
            Specialist = thinkers.Specialist,
            Analyst = thinkers.Analyst,
            Auditor = thinkers.Auditor,
            Rules = rules,
            Criteria = new CriteriaAssigner(),
            Store = chosen.Store,
            Inbox = taken.Inbox,
            Journal = taken.Journal,
            Notifier = notifier,
            Redactor = redactor,
            SourceDate = SourceDate.FromEnvironment(),
        };
        taken.Start(new WorkflowCatalog().AddPlanning(ports));
        return new LocalPlanner(taken, chosen.Store, claims);
    }

    private static CodebaseOptions Reading(string output, ChosenStore chosen) => new()
    {
        ExcludedFolders = [output, .. new[] { chosen.Folder }.OfType<string>()],
        CacheFolder = Path.Combine(output, ".planner"),
    };

    private static SpecialistPanel Team(string codebase)
    {
        try
        {
            return TeamSpecialistFolder.Panel(codebase);
        }
        catch (SpecialistFileException e)
        {
            throw new UsageException(e.Message);
        }
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private static EmbeddedEngine Take(string folder, string key, ILoggerFactory loggers)
    {
        try
        {
            return EmbeddedEngine.Create(new EngineOptions { DataDirectory = folder }, loggers: loggers);
        }
        catch (EngineInUseException)
        {
            throw new UsageException($"Another process is planning {key} in this folder: wait for it, or give another --out.");
        }
    }
}
