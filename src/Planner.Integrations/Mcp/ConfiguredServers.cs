using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Planner.Integrations.LanguageModels.Settings;
using Planner.Integrations.Mcp.Settings;

namespace Planner.Integrations.Mcp;

/// <summary>The one way in which hosts come to tool servers.</summary>
public static class ConfiguredServers
{
    /// <summary>
    /// The servers of the section <c>Mcp</c>, which is checked; null where none is set, or the rules think and ask nobody. Nothing is started.
    /// </summary>
    /// <param name="configuration">The host's.</param>
    /// <param name="folders">As for <see cref="McpSettings.Read"/>.</param>
    /// <param name="time">The host's clock.</param>
    /// <param name="loggers">The host's.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure says how to mend it and shows no secret.</exception>
    public static McpServers? Open(IConfiguration configuration, IReadOnlyList<string> folders, TimeProvider time, ILoggerFactory loggers) =>
        McpSettings.Read(configuration, folders) is { } setup && LanguageModelSettings.Read(configuration) is not null
            ? new McpServers(setup, time, loggers.CreateLogger<McpServers>())
            : null;
}
