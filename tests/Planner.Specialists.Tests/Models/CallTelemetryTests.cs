using Planner.Core.LanguageModels;
using Planner.Durability.Telemetry;
using Planner.Specialists.Models.Calls;
using Planner.Testing.Telemetry;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>What is measured of calls; a deployment of each test's own tells its measurements from those of others.</summary>
public sealed class CallTelemetryTests : IDisposable
{
    private readonly MetricRecorder metrics = new();

    public void Dispose() => metrics.Dispose();

    [Fact]
    public async Task PaidCall_IsCountedByKindOfTokens()
    {
        var answer = await CallTelemetry.Measured("measured", () => Task.FromResult<ModelAnswer>(new CompletedAnswer("ok")
        {
            Deployment = "measured",
            Model = "m",
            Usage = new ModelUsage(1_000, 600, 200, 100, 40),
        }));
        CallTelemetry.Paid(answer, 0.25m);

        Assert.Equal(
            [("input", 400), ("cached", 600), ("cache_write", 200), ("output", 100)],
            Of(MetricNames.ModelTokens, "measured").Select(m => ((string)m.Tags[TagNames.TokenKind]!, (int)m.Value)));
        Assert.Equal(1, Assert.Single(Of(MetricNames.ModelCalls, "measured")).Value);
        Assert.Equal(0.25, Assert.Single(Of(MetricNames.ModelCost, "measured")).Value);
        Assert.Equal("succeeded", Assert.Single(Of(MetricNames.ModelDuration, "measured")).Tags[TagNames.Outcome]);
    }

    [Fact]
    public async Task CallWithoutAnAnswer_HasADurationAndNoCost()
    {
        await Assert.ThrowsAsync<ModelOutOfReachException>(() =>
            CallTelemetry.Measured("away", () => throw new ModelOutOfReachException("The model does not answer.", "openai")));

        Assert.Equal(nameof(ModelOutOfReachException), Assert.Single(Of(MetricNames.ModelDuration, "away")).Tags[TagNames.ErrorType]);
        Assert.Empty(Of(MetricNames.ModelCalls, "away"));
    }

    private IEnumerable<Measured> Of(string metric, string deployment) =>
        metrics.Of(metric).Where(m => Equals(m.Tags[TagNames.Deployment], deployment));
}
