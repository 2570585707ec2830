using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Planner.Core.Conversation;
using Planner.Core.Events;
using Planner.Core.Settings;
using Planner.Core.Tickets;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Jira;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Mcp.Settings;
using Planner.Integrations.Notifications;

namespace Planner.Integrations.Hosting;

/// <summary>How a host that serves many tickets reaches the world: tickets, the store of plans, the team's channel, the language model and
/// its tools.</summary>
public static class IntegrationServices
{
    /// <summary>Adds them; nothing is called yet.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">
    /// Sections <c>Artifacts</c>, <c>Jira</c> or <c>Tickets</c>, <c>Notifications</c>, <c>LanguageModel</c> and <c>Mcp</c>, and
    /// <c>Api__PublicUrl</c>.
    /// </param>
    /// <param name="triggers">What starts a run; those of Jira are added.</param>
    /// <param name="data">The absolute folder of the host's data, or null where it has none of its own.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it.</exception>
    public static IServiceCollection AddPlannerIntegrations(
        this IServiceCollection services,
        IConfiguration configuration,
        TriggerPolicy triggers,
        string? data)
    {
        var planner = PublicAddress.Read(configuration);
        services.TryAddSingleton(TimeProvider.System);
        if (TeamNotifier.Open(configuration, TimeProvider.System, planner) is { } notifier)
        {
            services.AddSingleton<INotifier>(notifier);
        }

        return services
            .AddSingleton(ArtifactStores.Open(configuration, otherwise: data).Store)
            .AddTickets(configuration, triggers, data, planner)
            .AddLanguageModel(configuration, data)
            .AddToolServers(configuration, Scanned(data));
    }

    /// <summary>Reads and checks the sections of <see cref="AddPlannerIntegrations"/>, and adds nothing.</summary>
    /// <exception cref="OptionsValidationException">As there; all that is wrong is told at once.</exception>
    public static void CheckPlannerIntegrations(IConfiguration configuration, string? data) => SettingFaults.Check(
        () => PublicAddress.Read(configuration),
        () => TeamNotifier.Open(configuration, TimeProvider.System, planner: null)?.Dispose(),
        () => ArtifactStores.Open(configuration, otherwise: data),
        () => LanguageModelSettings.Read(configuration),
        () => McpSettings.Read(configuration, Scanned(data)),
        () => _ = JiraSettings.Read(configuration) is null ? TicketFolder.Open(configuration, data) : null);

    /// <summary>Copies of code bases lie there.</summary>
    private static IReadOnlyList<string> Scanned(string? data) => data is null ? [] : [Path.Combine(data, ".planner")];

    private static IServiceCollection AddTickets(
        this IServiceCollection services,
        IConfiguration configuration,
        TriggerPolicy triggers,
        string? data,
        Uri? planner) =>
        JiraSettings.Read(configuration) is { } jira
            ? services.AddJira(jira, triggers, planner)
            : services.AddSingleton<ITicketTracker>(TicketFolder.Open(configuration, data));
}
