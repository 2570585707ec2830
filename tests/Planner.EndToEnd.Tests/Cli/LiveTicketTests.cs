using System.Text.Json.Nodes;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.Jira;
using Xunit;

namespace Planner.EndToEnd.Tests.Cli;

/// <summary>A ticket by its key, from a Jira that the environment names.</summary>
public sealed class LiveTicketTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    private Task<PlannerProcess.Finished> Plan(string key, params (string Name, string Value)[] settings) =>
        scratch.PlanBy(settings, key, "--out", scratch.Out, "--non-interactive");

    [Fact]
    public async Task Key_IsReadFromJiraAndGetsItsComment()
    {
        await using var jira = await InProcessJira.Start(isCloud: false, TimeProvider.System);
        var ticket = jira.World.Add("SHOP-9", "Prices are not rounded", JsonValue.Create(
            "{{PriceList.Round}} returns 1.005 for 1.005.\n\nh2. Acceptance criteria\n\n* Given the price 1.005, when {{PriceList.Round}} is called, then it "
                + "returns 1.01."));

        var finished = await Plan("SHOP-9", ("Jira__BaseUrl", jira.Url), ("Jira__PersonalAccessToken", InProcessJira.Token));

        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains("plan v1 of SHOP-9", Assert.Single(ticket.Comments).Body.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{jira.Url}/browse/SHOP-9", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongToken_IsSaidAtOnceAndNeverShown()
    {
        await using var jira = await InProcessJira.Start(isCloud: true, TimeProvider.System);

        var finished = await Plan("SHOP-9", ("Jira__BaseUrl", jira.Url), ("Jira__Email", InProcessJira.Email), ("Jira__ApiToken", "s3cret-token"));

        Assert.Equal(1, finished.Code);
        Assert.Contains("renew Jira__Email and Jira__ApiToken", finished.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", finished.Errors + finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsThatAreWrong_AreWrongUsage()
    {
        var finished = await Plan("SHOP-9", ("Jira__BaseUrl", "http://jira.example.com"), ("Jira__PersonalAccessToken", "s3cret-token"));

        Assert.Equal(2, finished.Code);
        Assert.Contains("use https", finished.Errors, StringComparison.Ordinal);
    }
}
