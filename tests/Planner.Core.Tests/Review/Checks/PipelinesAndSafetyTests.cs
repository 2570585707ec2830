using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review.Checks;

public sealed class PipelinesAndSafetyTests
{
    [Fact]
    public void PipelineThatDoesNotSayHowItIsReplayed_IsFound() =>
        AssertFinds(
            "Q13.silent",
            Report(WithOpinion("etl", o => o.Redesigned<PipelineDesign>(d => d with { Pipelines = [d.Pipelines[0] with { Failure = "" }] }))),
            "etl");

    [Fact]
    public void EndpointThatDoesNotSayWhoMayCallIt_IsFound() =>
        AssertFinds(
            "Q14.authorization",
            Report(WithOpinion("api", o => o.Redesigned<ApiDesign>(d => d with { Endpoints = [d.Endpoints[0] with { Authorization = " " }] }))),
            "api");

    [Theory]
    [InlineData(null, "p95", "20 requests per second", "V001")]
    [InlineData("300 ms", null, "20 requests per second", "V001")]
    [InlineData("300 ms", "p95", null, "V001")]
    [InlineData("300 ms", "p95", "20 requests per second", null)]
    public void TargetThatSaysNotHowItIsMeasured_IsFoundUnlessSomebodyIsAsked(string? limit, string? percentile, string? load, string? test)
    {
        var target = new PerformanceTarget("GET /api/orders", limit) { Percentile = percentile, Load = load, Test = test };

        AssertFinds("Q14.target", Report(WithSpeed(new() { Targets = [target] })), "api");
        Assert.DoesNotContain(Report(WithSpeed(new() { Targets = [target with { Question = "Q001" }] })).Findings, f => f.Code == "Q14.target");
    }

    [Fact]
    public void ReadWithoutAnIndexOfWhichNothingSpeaks_IsFound()
    {
        var path = new HotPath("GET /api/orders", "orders", ["placed_at"], "src/Orders.cs:1", null, null);

        AssertFinds("Q14.index", Report(WithSpeed(new() { HotPaths = [path] })), "api");
        Assert.DoesNotContain(Report(WithSpeed(new() { HotPaths = [path with { Risk = "R001" }] })).Findings, f => f.Code == "Q14.index");
    }

    private static Plan WithSpeed(PerformanceDesign design) => WithOpinion("api", o => o.With(design));

    [Fact]
    public void EndpointThatDoesNotSayWhatItShows_IsFound() =>
        AssertFinds(
            "Q14.data",
            Report(WithOpinion("api", o => o.Redesigned<ApiDesign>(d => d with { Endpoints = [d.Endpoints[0] with { DataClass = "" }] }))),
            "api");

    [Fact]
    public void SecretInAnArtifact_IsFoundAndNotRepeated()
    {
        var report = Report(Sound, s => s.Edited("risks.md", "Apply it", "Host=db;Password=hunter2hunter2 Apply it"));

        AssertFinds("Q14.secret", report);
        Assert.DoesNotContain(report.Findings, f => f.Message.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryCheckOfTheList_HasAStatusAndAReason()
    {
        var report = Report(Sound);

        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"Q{n}"), report.Checks.Select(c => c.Id));
        Assert.All(report.Checks, c => Assert.NotEmpty(c.Reason));
        Assert.Equal(["Q4", "Q13"], report.Checks.Where(c => c.Status == CheckStatus.NotRun).Select(c => c.Id));
    }
}
