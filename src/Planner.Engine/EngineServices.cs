using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Planner.Durability;

namespace Planner.Engine;

/// <summary>The embedded engine in a host.</summary>
public static class EngineServices
{
    /// <summary>
    /// Adds the engine with its client, inbox and journal. It starts with the host, with the
    /// <see cref="WorkflowCatalog"/> that is registered there, and stops with it.
    /// </summary>
    public static IServiceCollection AddPlannerEngine(this IServiceCollection services, EngineOptions options)
    {
        services.AddSingleton(provider => EmbeddedEngine.Create(
            options, provider.GetService<TimeProvider>(), provider.GetService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Client);
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Inbox);
        services.AddSingleton(provider => provider.GetRequiredService<EmbeddedEngine>().Journal);
        return services.AddHostedService<EngineStarter>();
    }

    private sealed class EngineStarter(EmbeddedEngine engine, WorkflowCatalog catalog) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            engine.Start(catalog);
            return Task.CompletedTask;
        }

        // The container disposes the engine, which writes and releases everything.
        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
