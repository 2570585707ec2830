using Planner.Integrations.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira;

public sealed class JiraOptionsTests
{
    private static JiraOptions Good(Action<JiraOptions>? change = null)
    {
        var options = new JiraOptions { BaseUrl = "https://team.atlassian.net", Email = "planner@example.com", ApiToken = "secret-token" };
        change?.Invoke(options);
        return options;
    }

    public static TheoryData<Action<JiraOptions>, string> Mistakes => new()
    {
        { o => o.BaseUrl = "", "Jira__BaseUrl is missing" },
        { o => o.BaseUrl = "team.atlassian.net", "Jira__BaseUrl is no web address" },
        { o => o.BaseUrl = "http://jira.example.com", "use https" },
        { o => o.BaseUrl = "https://me:pw@jira.example.com", "Jira__BaseUrl holds a user name or password" },
        { o => o.BaseUrl = "https://team.atlassian.net/browse/SHOP-1", "is the address of a page" },
        { o => o.Email = null, "Jira__Email is missing" },
        { o => o.Email = "a:b", "holds a colon" },
        { o => o.ApiToken = null, "Jira has no credentials" },
        { o => o.ApiToken = "two\nlines", "paste it again" },
        { o => o.PersonalAccessToken = "other", "keep one kind" },
        { o => o.CloudId = "../x", "Jira__CloudId is no id" },
        { o => o.AttemptTimeout = TimeSpan.Zero, "Jira__AttemptTimeout must lie between" },
        { o => o.TotalTimeout = TimeSpan.FromSeconds(2), "Jira__TotalTimeout must lie between" },
        { o => o.Label = "two words", "Jira__Label must be" },
        { o => o.TransitionTo = "ready FOR planning", "Jira__TransitionTo is a status that starts plans" },
        { o => (o.TransitionToOnAttention, o.Projects["SHOP"]) =
            ("10001", new JiraProjectOptions { TriggerStatuses = ["10001"] }), "Jira__TransitionToOnAttention is a status that starts plans" },
        { o => o.Retries = 11, "Jira__Retries must lie between" },
        { o => o.Concurrency = 0, "Jira__Concurrency must lie between" },
        { o => o.MaxResponseBytes = 1, "Jira__MaxResponseBytes must lie between" },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Mistake_IsNamedWithWhatMendsIt(Action<JiraOptions> mistake, string expected)
    {
        var problems = JiraOptionsValidator.Problems(Good(mistake)).ToList();

        Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.DoesNotContain("secret-token", p, StringComparison.Ordinal));
    }

    [Fact]
    public void GoodOptions_HaveNoProblem()
    {
        Assert.True(new JiraOptionsValidator().Validate(null, Good()).Succeeded);
        Assert.Empty(JiraOptionsValidator.Problems(Good(o => (o.Email, o.CloudId) = (null, "11223344-a1b2-3b33-c444-def123456789"))));
        Assert.Empty(JiraOptionsValidator.Problems(Good(o => (o.Email, o.ApiToken, o.PersonalAccessToken) = (null, null, "token"))));
    }

    [Fact]
    public void NoJiraAtAll_IsNoMistake() => Assert.Empty(JiraOptionsValidator.Problems(new JiraOptions()));

    [Fact]
    public void Secrets_AreNotShown() => Assert.Equal("Jira at https://team.atlassian.net", Good().ToString());
}
