using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Integrations.Telemetry;

/// <summary>Where telemetry goes, by the variables that OpenTelemetry and Azure Monitor have agreed on; nowhere unless one is set.</summary>
/// <param name="Collectors">Addresses of collectors, by the variables that name them; the exporter reads these itself.</param>
/// <param name="AzureMonitor">Azure Monitor's connection string, or null.</param>
/// <param name="Credential">What signs in there, or null where the connection string is enough.</param>
internal sealed record TelemetryTargets(IReadOnlyList<(string Setting, Uri Address)> Collectors, string? AzureMonitor, TokenCredential? Credential)
{
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    public const string Authentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";
    private const string Disabled = "OTEL_SDK_DISABLED";

    private static readonly string[] Endpoints =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    /// <summary>Whether to a collector.</summary>
    public bool IsOtlp => Collectors.Count > 0;

    /// <summary>All addresses that telemetry is sent to, by the variables that name them.</summary>
    public IEnumerable<(string Setting, Uri Address)> Addresses =>
        AzureMonitor is null || !Uri.TryCreate(Parts(AzureMonitor).GetValueOrDefault("IngestionEndpoint"), UriKind.Absolute, out var ingestion)
            ? Collectors
            : Collectors.Append((ConnectionString, ingestion));

    /// <summary>The targets, or null where there are none.</summary>
    /// <exception cref="OptionsValidationException">A variable cannot be read; the failure says how to mend it.</exception>
    public static TelemetryTargets? Read(IConfiguration configuration)
    {
        if (string.Equals(configuration[Disabled]?.Trim(), "true", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var collectors = Endpoints.SelectMany(name => Endpoint(configuration, name) is { } address ? [(name, address)] : Array.Empty<(string, Uri)>()).ToList();
        var azure = AzureMonitorOf(configuration);
        return collectors.Count > 0 || azure is not null ? new TelemetryTargets(collectors, azure, azure is null ? null : CredentialOf(configuration)) : null;
    }

    private static Uri? Endpoint(IConfiguration configuration, string name)
    {
        if (configuration[name]?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw Wrong($"{name} is no web address: set it to where the collector listens, like http://127.0.0.1:4317.");
    }

    private static string? AzureMonitorOf(IConfiguration configuration)
    {
        if (configuration[ConnectionString]?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        return Parts(text).TryGetValue("InstrumentationKey", out var key) && Guid.TryParse(key, out _)
            ? text
            : throw Wrong($"{ConnectionString} has no InstrumentationKey: copy it from the Application Insights resource's overview.");
    }

    /// <summary>As the platform writes it: <c>Authorization=AAD</c>, with <c>ClientId=…</c> for an identity that the user assigned.</summary>
    private static ManagedIdentityCredential? CredentialOf(IConfiguration configuration)
    {
        if (configuration[Authentication]?.Trim() is not { Length: > 0 } text)
        {
            return null;
        }

        var parts = Parts(text);
        if (!string.Equals(parts.GetValueOrDefault("Authorization"), "AAD", StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong($"{Authentication} does not say Authorization=AAD: set it to that, with ;ClientId=… for an identity that was assigned by you.");
        }

        return new ManagedIdentityCredential(parts.TryGetValue("ClientId", out var id) && id.Length > 0
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned);
    }

    private static Dictionary<string, string> Parts(string text) => text
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
        .Where(pair => pair.Length == 2)
        .GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.OrdinalIgnoreCase);

    private static OptionsValidationException Wrong(string fault) => new("Telemetry", typeof(TelemetryTargets), [fault]);
}
