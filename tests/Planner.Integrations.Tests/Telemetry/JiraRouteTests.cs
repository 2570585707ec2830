using Planner.Integrations.Telemetry;
using Xunit;

namespace Planner.Integrations.Tests.Telemetry;

public sealed class JiraRouteTests
{
    [Theory]
    [InlineData("https://team.atlassian.net/rest/api/3/issue/SHOP-101?fields=summary", "/rest/api/3/issue/{}")]
    [InlineData("https://jira.example.com/base/rest/api/2/issue/SHOP-101/comment/10227", "/{}/rest/api/2/issue/{}/comment/{}")]
    [InlineData("https://api.atlassian.com/ex/jira/0a1b/rest/api/3/myself", "/ex/jira/{}/rest/api/3/myself")]
    [InlineData("https://team.atlassian.net/rest/api/3/comment/7/properties/planner.run", "/rest/api/3/comment/{}/properties/{}")]
    public void Route_KeepsTheWordsOfTheInterfaceAlone(string address, string route) => Assert.Equal(route, JiraRoute.Of(new Uri(address)));
}
