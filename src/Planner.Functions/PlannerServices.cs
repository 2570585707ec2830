using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Planner.Core.Artifacts;
using Planner.Core.Planning;
using Planner.Core.Specialists;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Blobs;
using Planner.Integrations.Codebase;
using Planner.Integrations.Jira;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Tickets;
using Planner.Integrations.Tickets;

namespace Planner.Functions;

/// <summary>The product in an Azure Functions host: the story and its steps, and what they reach the world through.</summary>
internal static class PlannerServices
{
    private const string RunContainer = "planner-runs";

    public static IServiceCollection AddPlanner(this IServiceCollection services, IConfiguration configuration)
    {
        var container = Container(configuration);
        return services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IInbox>(new BlobInbox(container))
            .AddSingleton<IJournal>(new BlobJournal(container))
            .AddSingleton<IArtifactStore>(ArtifactStores.Open(configuration).Store)
            .AddSingleton(provider => Ports(provider, configuration))
            .AddSingleton(provider => new WorkflowCatalog().AddPlanning(provider.GetRequiredService<PlanningPorts>()))
            .AddSingleton<DurableStep>()
            .AddSingleton<WorkflowClients>();
    }

    private static PlanningPorts Ports(IServiceProvider provider, IConfiguration configuration) => new()
    {
        Tracker = JiraSettings.Read(configuration) is { } jira
            ? new JiraTicketTracker(new JiraClient(jira, provider.GetRequiredService<TimeProvider>()))
            : new FolderTicketTracker(new FolderTicketOptions(Needed(configuration, "Tickets:Folder"))),
        Codebase = new CodebaseReader(name => FullPath(configuration[$"Codebases:{name}:Path"]), new CodebaseOptions()),
        Panel = SpecialistPanel.BuiltIn(),
        Specialist = new RulesSpecialist(),
        Store = provider.GetRequiredService<IArtifactStore>(),
        Inbox = provider.GetRequiredService<IInbox>(),
        Journal = provider.GetRequiredService<IJournal>(),
    };

    private static string? FullPath(string? path) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path);

    // The host's own account: by connection string on a developer's machine, by identity in Azure.
    private static BlobContainerClient Container(IConfiguration configuration) =>
        configuration["AzureWebJobsStorage"] is { Length: > 0 } connection
            ? BlobContainers.ByConnectionString(connection, RunContainer)
            : BlobContainers.ByIdentity(Needed(configuration, "AzureWebJobsStorage:blobServiceUri"), RunContainer);

    private static string Needed(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The app setting {key.Replace(":", "__", StringComparison.Ordinal)} is missing.");
}
