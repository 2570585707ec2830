using Planner.Core.Plans;
using Planner.Core.Review;
using Xunit;
using static Planner.Core.Tests.Review.Reviewed;

namespace Planner.Core.Tests.Review;

public sealed class TestsPipelinesAndSafetyTests
{
    [Fact]
    public void TaskThatNobodyCanVerify_IsFound() => AssertFinds("Q12.unverified", Report(WithTask("T003", t => t with { Verification = [] })), "service");

    [Fact]
    public void TestThatIsNotThere_IsFound() => AssertFinds("Q12.missing", Report(WithTask("T003", t => t with { Tests = ["V099"] })), "service");

    [Fact]
    public void EndpointWithoutTest_IsFound() => AssertFinds("Q12.endpoint", Report(WithTask("T004", t => t with { Tests = [] })), "api");

    [Theory]
    [InlineData(TestAspects.Success, "Q12.success")]
    [InlineData(TestAspects.Refusal, "Q12.refusal")]
    [InlineData(TestAspects.Error, "Q12.error")]
    public void EndpointOfWhichNoTestShowsAnAspect_IsFound(TestAspects missing, string code)
    {
        var plan = WithOpinion("api", o => o with { Api = o.Api! with { Endpoints = [o.Api.Endpoints[0] with { Errors = [new(401, "unauthenticated", "Nobody is signed in."), new(404, "not-found", "There is none.")] }] } });

        AssertFinds(code, Report(plan with { Tests = [.. plan.Tests.Select(t => t with { Aspects = t.Aspects & ~missing })] }), "api");
    }

    [Fact]
    public void TestOfAnotherEndpoint_ProvesNothing() =>
        AssertFinds("Q12.success", Report(Sound with { Tests = [.. Sound.Tests.Select(t => t with { Endpoint = t.Endpoint is null ? null : "GET /api/orders" })] }), "api");

    [Fact]
    public void OpenEndpointThatCannotFail_NeedsNoTestOfRefusal()
    {
        var plan = WithOpinion("api", o => o with { Api = o.Api! with { Endpoints = [o.Api.Endpoints[0] with { Errors = [] }] } });

        var report = Report(plan with { Tests = [.. plan.Tests.Select(t => t with { Aspects = t.Aspects & TestAspects.Success })] });

        Assert.DoesNotContain(report.Findings, f => f.Code.StartsWith("Q12.", StringComparison.Ordinal));
    }

    [Fact]
    public void MigrationWithoutTest_IsFound() => AssertFinds("Q12.migration", Report(WithTask("T001", t => t with { Tests = [] })), "database");

    [Fact]
    public void PipelineThatDoesNotSayHowItIsReplayed_IsFound() =>
        AssertFinds("Q13.silent", Report(WithOpinion("etl", o => o with { Pipelines = new() { Pipelines = [o.Pipelines!.Pipelines[0] with { Failure = "" }] } })), "etl");

    [Fact]
    public void EndpointThatDoesNotSayWhoMayCallIt_IsFound() =>
        AssertFinds("Q14.authorization", Report(WithOpinion("api", o => o with { Api = o.Api! with { Endpoints = [o.Api.Endpoints[0] with { Authorization = " " }] } })), "api");

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

    private static Plan WithSpeed(PerformanceDesign design) => WithOpinion("api", o => o with { Performance = design });

    [Fact]
    public void EndpointThatDoesNotSayWhatItShows_IsFound() =>
        AssertFinds("Q14.data", Report(WithOpinion("api", o => o with { Api = o.Api! with { Endpoints = [o.Api.Endpoints[0] with { DataClass = "" }] } })), "api");

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
