using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Integrations.Telemetry;

/// <summary>Whether somebody listens where telemetry goes; nothing is sent.</summary>
public static class TelemetryCheckup
{
    /// <summary>Reaches every target.</summary>
    /// <returns>Which they are, or null where there are none.</returns>
    /// <exception cref="OptionsValidationException">A variable cannot be read; the failure says how to mend it.</exception>
    /// <exception cref="IOException">Nobody listens at a target.</exception>
    public static async Task<string?> Reach(IConfiguration configuration, CancellationToken cancellation)
    {
        if (TelemetryTargets.Read(configuration) is not { } targets)
        {
            return null;
        }

        foreach (var (setting, address) in targets.Addresses)
        {
            await Reach(setting, address, cancellation);
        }

        var hosts = string.Join(", ", targets.Addresses.Select(t => t.Address.Host).Distinct());
        return $"{hosts}: somebody listens; nothing was sent, so that credentials were not tried";
    }

    private static async Task Reach(string setting, Uri address, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, cancellation);
        }
        catch (SocketException fault)
        {
            throw new IOException($"Nobody listens at {address.Host}:{address.Port}, which {setting} names ({fault.SocketErrorCode}).", fault);
        }
    }
}
