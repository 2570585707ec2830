using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Mcp;
using Planner.Integrations.Mcp.Settings;

namespace Planner.Integrations.Hosting;

/// <summary>Tool servers, where some are configured and a model thinks.</summary>
internal static class ToolServerServices
{
    /// <summary>Adds <see cref="IToolServers"/>; not where there are none, or the rules think. Nothing is started yet.</summary>
    public static IServiceCollection AddToolServers(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<string> scanned)
    {
        if (McpSettings.Read(configuration, scanned) is not { } setup || LanguageModelSettings.Read(configuration) is null)
        {
            return services;
        }

        // Made by the container, which also disposes of it and so ends the servers that it started.
        return services.AddSingleton<IToolServers>(provider => new McpServers(
            setup, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<McpServers>>()));
    }
}
