using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Planner.Integrations.Mcp.Settings;

namespace Planner.Integrations.Mcp;

/// <summary>Whether tool servers answer; they are started and asked what they have, and nothing is called.</summary>
public static class McpCheckup
{
    // Less than whoever examines waits, so that the fault is told by its cause.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    /// <summary>Names of the servers that something is allowed of; empty where none is set.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; the failure says how to mend it.</exception>
    public static IReadOnlyList<string> Servers(IConfiguration configuration) => McpSettings.Read(configuration)?.Names ?? [];

    /// <summary>Starts or reaches one server and looks for what is allowed of it.</summary>
    /// <returns>What is there.</returns>
    /// <exception cref="OptionsValidationException">A setting is wrong, or the server or a tool is missing; a failure for each.</exception>
    public static async Task<string?> Reach(IConfiguration configuration, string server, TimeProvider time, CancellationToken cancellation)
    {
        var setup = McpSettings.Read(configuration)!.Of(server);
        if (setup.Limits.Timeout > Patience)
        {
            setup.Limits.Timeout = Patience;
        }

        await using var servers = new McpServers(setup, time, NullLogger<McpServers>.Instance);
        var offer = await servers.Offer(cancellation);
        return offer.Missing.Count == 0
            ? $"answers; may be asked for {string.Join(", ", offer.Tools.Select(t => t.Name))}"
            : throw new OptionsValidationException(McpOptions.Section, typeof(McpOptions), offer.Missing);
    }
}
