using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Planner.Api.Access;

namespace Planner.Api.Tests.Access;

public sealed class ExposureTests
{
    [Theory]
    [InlineData("http://127.0.0.1:7071")]
    [InlineData("http://localhost:7071")]
    [InlineData("http://[::1]:7071")]
    public void OnThisMachine_NoKeyIsNeeded(string address) => Add([address]);

    [Theory]
    [InlineData("http://0.0.0.0:7071")]
    [InlineData("http://[::]:7071")]
    [InlineData("http://*:7071")]
    [InlineData("http://+:7071")]
    [InlineData("http://192.168.1.4:7071")]
    [InlineData("http://planner.example:7071")]
    [InlineData("http://localhost.example:7071")]
    [InlineData("http://127.0.0.1:7071", "http://0.0.0.0:7072")]
    public void OpenToOthersWithoutKeys_IsRefusedAndSaysHowToMendIt(params string[] addresses)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Add(addresses));

        Assert.Contains("Api__Keys__0__Hash", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void PlaceThatThePlatformChooses_CountsAsOpen() => Assert.Throws<OptionsValidationException>(() => Add([]));

    [Fact]
    public void OpenToOthersWithKeys_IsAllowed() => Add(["http://0.0.0.0:7071"], [.. ApiHost.Keys()]);

    [Fact]
    public void FrontDoorThatIsNotThere_DoesNotCount()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Add([], ("Api:TrustAppServiceAuthentication", "true")));

        Assert.Contains("does not count here", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void FrontDoorOfAppService_Counts() =>
        Add([], ("Api:TrustAppServiceAuthentication", "true"), ("WEBSITE_INSTANCE_ID", "i1"), ("WEBSITE_AUTH_ENABLED", "True"));

    [Theory]
    [InlineData("Api:Keys:0:Hash", "not-a-hash", "Api__Keys__0__Hash")]
    [InlineData("Api:Keys:1:Role", "admin", "Api__Keys__1__Role")]
    [InlineData("Api:Keys:1:Role", "3", "Api__Keys__1__Role")]
    [InlineData("Api:Keys:2:Name", "", "Api__Keys__2__Name")]
    [InlineData("Api:RequestsPerMinute", "0", "Api__RequestsPerMinute")]
    [InlineData("Planning:MaxRounds", "9", "Planning__MaxRounds")]
    [InlineData("Decisions:ReminderAt", "2", "Decisions__ReminderAt")]
    [InlineData("Decisions:Timeout", "soon", "Decisions__Timeout")]
    public void WrongSetting_IsNamedWithoutItsSecret(string key, string value, string named)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Add(["http://127.0.0.1:1"], [.. ApiHost.Keys(), (key, value)]));

        Assert.Contains(fault.Failures, f => f.Contains(named, StringComparison.Ordinal));
        Assert.DoesNotContain(fault.Failures, f => f.Contains("not-a-hash", StringComparison.Ordinal));
    }

    [Fact]
    public void SameKeyTwice_IsRefused()
    {
        var hash = ApiHost.Keys().First(k => k.Item1 == "Api:Keys:0:Hash").Item2;

        Assert.Throws<OptionsValidationException>(() => Add(["http://127.0.0.1:1"], [.. ApiHost.Keys(), ("Api:Keys:1:Hash", hash.ToUpperInvariant())]));
    }

    private static void Add(string[] addresses, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.GroupBy(s => s.Key).ToDictionary(g => g.Key, string? (g) => g.Last().Value, StringComparer.Ordinal)).Build();
        new ServiceCollection().AddPlannerApi(configuration, new Exposure(addresses));
    }
}
