using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Integrations.Telemetry;
using Xunit;

namespace Planner.Integrations.Tests.Telemetry;

public sealed class TelemetryTargetsTests
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://example.com/";

    [Fact]
    public void NothingSet_GoesNowhere() => Assert.Null(Read());

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT")]
    public void Endpoint_GoesThere(string name) => Assert.True(Read((name, "http://127.0.0.1:4317"))!.IsOtlp);

    [Fact]
    public void DisabledSdk_GoesNowhere() => Assert.Null(Read(("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317"), ("OTEL_SDK_DISABLED", "true")));

    [Fact]
    public void AzureMonitor_WithoutAuthentication_SignsInByItsConnectionString()
    {
        var targets = Read((TelemetryTargets.ConnectionString, Connection))!;

        Assert.Equal((false, Connection, null), (targets.IsOtlp, targets.AzureMonitor, targets.Credential));
    }

    [Theory]
    [InlineData("Authorization=AAD")]
    [InlineData("ClientId=00000000-0000-0000-0000-000000000002;Authorization=AAD")]
    [InlineData("authorization=aad; clientid=00000000-0000-0000-0000-000000000002")]
    public void Authentication_AsThePlatformWritesIt_IsAManagedIdentity(string text) =>
        Assert.IsType<ManagedIdentityCredential>(Read((TelemetryTargets.ConnectionString, Connection), (TelemetryTargets.Authentication, text))!.Credential);

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData(TelemetryTargets.ConnectionString, "IngestionEndpoint=https://example.com/")]
    [InlineData(TelemetryTargets.Authentication, "ClientId=x")]
    public void WhatCannotBeRead_IsNamedWithHowToMendIt(string name, string value)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read((TelemetryTargets.ConnectionString, Connection), (name, value)));

        Assert.StartsWith(name, fault.Failures.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checkup_SaysWhereNobodyListens_AndWhoDoes()
    {
        using var listening = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listening.Start();
        var settings = Settings(("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://{listening.LocalEndpoint}"));

        Assert.Contains("127.0.0.1: somebody listens", await TelemetryCheckup.Reach(settings, CancellationToken.None), StringComparison.Ordinal);
        listening.Stop();
        var fault = await Assert.ThrowsAsync<IOException>(() => TelemetryCheckup.Reach(settings, CancellationToken.None));
        Assert.Contains("which OTEL_EXPORTER_OTLP_ENDPOINT names", fault.Message, StringComparison.Ordinal);
        Assert.Null(await TelemetryCheckup.Reach(Settings(), CancellationToken.None));
    }

    // Of a repeated name the last counts.
    private static TelemetryTargets? Read(params (string Name, string Value)[] settings) => TelemetryTargets.Read(Settings(settings));

    private static IConfigurationRoot Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.GroupBy(s => s.Name, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value)))
        .Build();
}
