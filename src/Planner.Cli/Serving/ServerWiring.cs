using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Planner.Cli.Planning;
using Planner.Core.Artifacts;
using Planner.Core.Events;
using Planner.Core.Grounding;
using Planner.Core.Planning;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Engine;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Codebase;
using Planner.Integrations.Database;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Integrations.Jira.Webhooks;
using Planner.Integrations.Tickets;

namespace Planner.Cli.Serving;

/// <summary>The one place where a server is wired to the world: store, tickets, code bases, database, engine, story.</summary>
internal static class ServerWiring
{
    /// <summary>Checks the configuration and adds all that runs need.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">Sections <c>Artifacts</c>, <c>Jira</c> or <c>Tickets</c>, <c>Codebases</c> and <c>Database</c>.</param>
    /// <param name="data">The absolute folder of the server's data.</param>
    public static IServiceCollection AddPlanner(this IServiceCollection services, IConfiguration configuration, string data)
    {
        var codebases = ServedCodebases.From(configuration);
        var panel = codebases.Panel();
        var database = Database(configuration);
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(codebases)
            .AddSingleton(ArtifactStores.Open(configuration, configuration["Artifacts:Path"] ?? data).Store)
            .AddTickets(configuration, data)
            .AddPlannerEngine(new EngineOptions { DataDirectory = Path.Combine(data, ".planner", "server") })
            .AddSingleton(provider => new PlanningPorts
            {
                Tracker = provider.GetRequiredService<ITicketTracker>(),
                Codebase = new CodebaseReader(codebases.Folder, new CodebaseOptions { ExcludedFolders = [data], CacheFolder = Path.Combine(data, ".planner") }),
                Database = database,
                Panel = panel,
                Specialist = new RulesSpecialist(),
                Store = provider.GetRequiredService<IArtifactStore>(),
                Inbox = provider.GetRequiredService<IInbox>(),
                Journal = provider.GetRequiredService<IJournal>(),
                Notifier = provider.GetService<INotifier>(),
                SourceDate = SourceDate.FromEnvironment(),
            })
            .AddSingleton(provider => Catalog(new WorkflowCatalog().AddPlanning(provider.GetRequiredService<PlanningPorts>()), provider));
    }

    private static WorkflowCatalog Catalog(WorkflowCatalog catalog, IServiceProvider provider) =>
        provider.GetService<EventPorts>() is { } events ? catalog.AddEvents(events) : catalog;

    private static IServiceCollection AddTickets(this IServiceCollection services, IConfiguration configuration, string data) =>
        JiraSettings.Read(configuration) is { } jira
            ? services
                .AddSingleton(provider => new JiraClient(jira, provider.GetRequiredService<TimeProvider>()))
                .AddSingleton<ITicketTracker>(provider => new JiraTicketTracker(provider.GetRequiredService<JiraClient>()))
                .AddEvents(jira, Triggers.From(configuration, jira))
            : services.AddSingleton<ITicketTracker>(Folder(configuration, data));

    /// <summary>Deliveries are taken where a secret was agreed; without one nobody could prove to be Jira.</summary>
    private static IServiceCollection AddEvents(this IServiceCollection services, JiraOptions jira, TriggerPolicy policy)
    {
        if (!string.IsNullOrEmpty(jira.WebhookSecret))
        {
            services.AddSingleton<IDeliveryReader>(new JiraDeliveries(jira.WebhookSecret));
        }

        return services.AddSingleton(provider => new EventPorts
        {
            Conversation = new JiraConversation(provider.GetRequiredService<JiraClient>()),
            Client = provider.GetRequiredService<IWorkflowClient>(),
            Desk = new AnswerDesk(provider.GetRequiredService<IWorkflowClient>(), provider.GetRequiredService<IInbox>(), provider.GetRequiredService<IArtifactStore>()),
            Policy = policy,
        });
    }

    private static FolderTicketTracker Folder(IConfiguration configuration, string data)
    {
        if (configuration["Tickets:Folder"] is not { Length: > 0 } folder)
        {
            throw new UsageException("Nothing says where tickets are: set Jira__BaseUrl, Jira__Email and Jira__ApiToken, or Tickets__Folder to a folder of tickets (a Jira issue as JSON, or Markdown), for example samples/tickets.");
        }

        return Directory.Exists(folder)
            ? new FolderTicketTracker(new FolderTicketOptions(Path.GetFullPath(folder), FallbackFolder: Path.Combine(data, ".planner", "comments")))
            : throw new UsageException($"Tickets__Folder is '{Terminal.Clean(folder)}', which is no folder: give the folder that holds the tickets.");
    }

    private static PostgresSchemaReader? Database(IConfiguration configuration)
    {
        try
        {
            return configuration["Database:ConnectionString"] is { Length: > 0 } connection ? new PostgresSchemaReader(connection) : null;
        }
        catch (DatabaseUnreadableException e)
        {
            throw new UsageException($"Database__ConnectionString: {e.Message}");
        }
    }
}
