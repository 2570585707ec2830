using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Planner.Core.Artifacts;
using Planner.Core.Events;
using Planner.Core.Grounding;
using Planner.Core.Planning;
using Planner.Core.Settings;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Codebase;
using Planner.Integrations.Database;
using Planner.Integrations.Jira;
using Planner.Integrations.Notifications;

namespace Planner.Integrations.Hosting;

/// <summary>The one place where a host that serves many tickets is wired to the world: store, tickets, code bases, database, stories.</summary>
public static class PlannerWorld
{
    /// <summary>
    /// Checks the configuration and adds all that runs need, the <see cref="WorkflowCatalog"/> included. The host adds
    /// <see cref="IWorkflowClient"/>, <see cref="IInbox"/> and <see cref="IJournal"/>.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">Sections <c>Artifacts</c>, <c>Jira</c> or <c>Tickets</c>, <c>Codebases</c>, <c>Database</c> and <c>Notifications</c>, and <c>Api__PublicUrl</c>.</param>
    /// <param name="triggers">What starts a run; those of Jira are added.</param>
    /// <param name="data">The absolute folder of the host's data, or null where it has none of its own.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it.</exception>
    public static IServiceCollection AddPlannerWorld(this IServiceCollection services, IConfiguration configuration, TriggerPolicy triggers, string? data)
    {
        CheckPlannerWorld(configuration, data);
        var codebases = ServedCodebases.From(configuration, data);
        var (panel, database, date) = (codebases.Panel(), DatabaseSettings.Read(configuration), SourceDate.FromEnvironment());
        var (planner, store) = (PublicAddress.Read(configuration), ArtifactStores.Open(configuration, otherwise: data));
        services.TryAddSingleton(TimeProvider.System);
        if (TeamNotifier.Open(configuration, TimeProvider.System, planner) is { } notifier)
            services.AddSingleton<INotifier>(notifier);
        return services
            .AddSingleton(codebases)
            .AddSingleton(store.Store)
            .AddTickets(configuration, triggers, data, planner)
            .AddSingleton(provider => new PlanningPorts
            {
                Tracker = provider.GetRequiredService<ITicketTracker>(),
                Codebase = new CodebaseReader(codebases, Reading(data, store.Folder)),
                Database = database,
                Panel = panel,
                Specialist = new RulesSpecialist(),
                Rules = new RulesSpecialist(),
                Store = provider.GetRequiredService<IArtifactStore>(),
                Inbox = provider.GetRequiredService<IInbox>(),
                Journal = provider.GetRequiredService<IJournal>(),
                Notifier = provider.GetService<INotifier>(),
                SourceDate = date,
            })
            .AddSingleton(Catalog);
    }

    /// <summary>Reads and checks the sections of <see cref="AddPlannerWorld"/>, and adds nothing.</summary>
    /// <exception cref="OptionsValidationException">As there; all that is wrong is told at once.</exception>
    public static void CheckPlannerWorld(IConfiguration configuration, string? data) => SettingFaults.Check(
        () => ServedCodebases.From(configuration, data).Panel(),
        () => DatabaseSettings.Read(configuration),
        () => PublicAddress.Read(configuration),
        () => TeamNotifier.Open(configuration, TimeProvider.System, planner: null)?.Dispose(),
        () => ArtifactStores.Open(configuration, otherwise: data),
        () => _ = JiraSettings.Read(configuration) is null ? TicketFolder.Open(configuration, data) : null);

    private static IServiceCollection AddTickets(this IServiceCollection services, IConfiguration configuration, TriggerPolicy triggers, string? data, Uri? planner) =>
        JiraSettings.Read(configuration) is { } jira
            ? services.AddJira(jira, triggers, planner)
            : services.AddSingleton<ITicketTracker>(TicketFolder.Open(configuration, data));

    private static CodebaseOptions Reading(string? data, string? plans) => new()
    {
        ExcludedFolders = [.. new[] { data, plans }.OfType<string>().Distinct(StringComparer.Ordinal)],
        CacheFolder = data is null ? null : Path.Combine(data, ".planner"),
    };

    private static WorkflowCatalog Catalog(IServiceProvider provider)
    {
        var catalog = new WorkflowCatalog().AddPlanning(provider.GetRequiredService<PlanningPorts>());
        return provider.GetService<EventPorts>() is { } events ? catalog.AddEvents(events) : catalog;
    }
}
