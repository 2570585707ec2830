using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Planner.Api;
using Planner.Api.Access;
using Planner.Api.Events;
using Planner.Codebase.Hosting;
using Planner.Core.Hosting;
using Planner.Core.Planning.Retention;
using Planner.Core.Settings;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Blobs;
using Planner.Integrations.Hosting;
using Planner.Integrations.Snapshots;
using Planner.Integrations.Telemetry;
using Planner.Specialists.Hosting;

namespace Planner.Functions;

/// <summary>The product in an Azure Functions host: stories and steps, the routes, and what they reach the world through.</summary>
internal static class PlannerServices
{
    private const string RunContainer = "planner-runs";

    // A stream is one execution of a function, which is paid for by its time, holds an instance and must end before the host ends
    // it; readers come back by themselves with the last id that they saw.
    private static readonly EventPace Pace = new() { Longest = TimeSpan.FromSeconds(75) };

    /// <exception cref="OptionsValidationException">A setting is missing or wrong, or nobody would have to sign in; each failure
    /// says how to mend it.</exception>
    public static IServiceCollection AddPlanner(this IServiceCollection services, IConfiguration configuration)
    {
        KeyVaultReferences.MustBeResolved(configuration);
        SettingFaults.Check(
            () => PlannerApi.CheckAccess(configuration, Exposure.Public),
            () => RunDefaults.From(configuration),
            () => RetentionSettings.Read(configuration),
            () => CodebaseServices.CheckPlannerCodebase(configuration, BlobSnapshots.Of(configuration), data: null),
            () => IntegrationServices.CheckPlannerIntegrations(configuration, data: null),
            () => HostStorage.Container(configuration, RunContainer));
        var container = HostStorage.Container(configuration, RunContainer);
        return services
            .AddSingleton<IInbox>(new BlobInbox(container))
            .AddSingleton<IJournal>(new BlobJournal(container))
            .AddSingleton<IMarks>(new BlobMarks(container))
            .AddSingleton<LentWorkflowClient>()
            .AddSingleton<IWorkflowClient>(provider => provider.GetRequiredService<LentWorkflowClient>())
            .AddPlannerCodebase(configuration, BlobSnapshots.Of(configuration), data: null, ArtifactStores.Open(configuration).Folder)
            .AddPlannerSpecialists()
            .AddPlannerIntegrations(configuration, RunDefaults.From(configuration).Triggers, data: null)
            .AddPlannerStories(SourceDate.FromEnvironment())
            .AddSingleton<DurableStep>()
            .AddSingleton(Clients)
            .AddSingleton(RetentionSettings.Read(configuration))
            .AddSingleton<RunRetention>()
            .AddSingleton<HostRetention>()
            .AddSingleton(Pace)
            .AddPlannerApi(configuration, Exposure.Public)
            .AddSingleton<PlannerPipeline>()
            .AddTelemetry(configuration);
    }

    // The host is told that the worker sends its own logs and spans only where it does.
    private static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlannerTelemetry(configuration, servesHttp: false)?.UseFunctionsWorkerDefaults();
        return services;
    }

    private static WorkflowClients Clients(IServiceProvider provider) => new(
        provider.GetRequiredService<WorkflowCatalog>(),
        new RunStores(provider.GetRequiredService<IInbox>(), provider.GetRequiredService<IJournal>(), provider.GetRequiredService<IMarks>()),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILoggerFactory>(),
        provider.GetRequiredService<LentWorkflowClient>());
}
