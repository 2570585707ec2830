using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Integrations.Notifications;
using Xunit;

namespace Planner.Integrations.Tests.Notifications;

public sealed class NotificationOptionsTests
{
    private const string Secret = "SECRETxyz";

    private static IConfiguration Of(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();

    [Fact]
    public void NoAddress_MeansNoNotifier() => Assert.Null(TeamNotifier.Open(Of(), TimeProvider.System, planner: null));

    [Theory]
    [InlineData("https://hooks.slack.com/services/T0/B0/x", NotificationKind.Slack)]
    [InlineData(" https://HOOKS.slack.com/services/T0/B0/x\n", NotificationKind.Slack)]
    [InlineData("https://prod-12.westeurope.logic.azure.com:443/workflows/1/triggers/manual/paths/invoke?sig=x", NotificationKind.Teams)]
    [InlineData(
        "https://default1.0f.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/1/triggers/manual/paths/invoke?sig=x",
        NotificationKind.Teams)]
    public void Host_TellsWhoIsBehindIt(string address, NotificationKind kind)
    {
        using var notifier = TeamNotifier.Open(Of(("Notifications:WebhookUrl", address)), TimeProvider.System, planner: null);

        Assert.Equal(kind, notifier!.Kind);
    }

    [Fact]
    public void Kind_WinsOverTheHost()
    {
        using var notifier = TeamNotifier.Open(
            Of(("Notifications:WebhookUrl", "https://mattermost.example/hooks/x"), ("Notifications:Kind", "slack")),
            TimeProvider.System,
            planner: null);

        Assert.Equal(NotificationKind.Slack, notifier!.Kind);
    }

    [Theory]
    [InlineData("hooks.slack.com/SECRETxyz", "is no web address")]
    [InlineData("http://hooks.slack.com/SECRETxyz", "is not encrypted")]
    [InlineData("https://me:SECRETxyz@hooks.slack.com/x", "holds a user name or password")]
    [InlineData("https://team.webhook.office.com/webhookb2/SECRETxyz", "belongs to an Office 365 connector")]
    [InlineData("https://slack.com.evil.example/SECRETxyz", "does not tell by its host")]
    [InlineData("https://evilhooks.slack.com/SECRETxyz", "does not tell by its host")]
    public void WrongAddress_IsSaidWithoutShowingIt(string address, string said)
    {
        var fault =
            Assert.Throws<OptionsValidationException>(() => TeamNotifier.Open(Of(("Notifications:WebhookUrl", address)), TimeProvider.System, planner: null));

        Assert.StartsWith($"Notifications__WebhookUrl {said}", Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Notifications:Kind", "Discord")]
    [InlineData("Notifications:Timeout", "soon")]
    [InlineData("Notifications:Timeout", "01:00:00")]
    [InlineData("Notifications:AttemptTimeout", "00:00:00")]
    public void WrongSetting_IsSaid(string key, string value)
    {
        var fault = Assert.Throws<OptionsValidationException>(() => TeamNotifier.Open(Of((key, value)), TimeProvider.System, planner: null));

        Assert.All(fault.Failures, f => Assert.StartsWith("Notifications__", f, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://planner.example.com", "https://planner.example.com/runs/SHOP-1-t1")]
    [InlineData("https://planner.example.com/team/", "https://planner.example.com/team/runs/SHOP-1-t1")]
    public void PublicAddress_LeadsToRuns(string address, string run) =>
        Assert.Equal(run, PublicAddress.Run(PublicAddress.Read(Of(("Api:PublicUrl", address)))!, "SHOP-1-t1").AbsoluteUri);

    [Theory]
    [InlineData("planner.example.com")]
    [InlineData("ftp://planner.example.com")]
    [InlineData("https://me:x@planner.example.com")]
    [InlineData("https://planner.example.com/?a=b")]
    public void WrongPublicAddress_IsSaid(string address) =>
        Assert.StartsWith(
            "Api__PublicUrl is no web address",
            Assert.Single(Assert.Throws<OptionsValidationException>(() => PublicAddress.Read(Of(("Api:PublicUrl", address)))).Failures),
            StringComparison.Ordinal);
}
