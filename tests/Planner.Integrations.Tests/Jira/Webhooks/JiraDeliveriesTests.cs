using System.Text;
using Planner.Core.Events;
using Planner.Integrations.Jira.Webhooks;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Webhooks;

public sealed class JiraDeliveriesTests
{
    private static readonly JiraDeliveries Deliveries = new("agreed", new TriggerPolicy
    {
        ProjectStatuses = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["SHOP"] = ["Plan me", "31"] },
    });

    [Theory]
    [InlineData("3", "ready for planning")]
    [InlineData("3", "Plan me")]
    [InlineData("31", "Bereit")]
    public void ChangeToAStatusThatStartsPlansSomewhere_IsLookedAt(string id, string name) =>
        Assert.Equal(new TrackerEvent.StatusChanged("SHOP-7", "501", id, name), Read(Change(id, name)));

    [Fact]
    public void ChangeToAnyOtherStatus_AsksForNothing() =>
        Assert.Equal(new TrackerEvent.Nothing("the status starts no plan"), Read(Change("4", "In Progress")));

    [Fact]
    public void EditThatComesWithSuchAChange_IsStillAnEdit() =>
        Assert.Equal(new TrackerEvent.Edited("SHOP-7", "501"), Read(Change("4", "In Progress", ", {\"field\": \"description\", \"toString\": \"New words\"}")));

    [Fact]
    public void RuleThatTellsNoStatus_IsLookedAt() => Assert.IsType<TrackerEvent.StatusChanged>(Read("""{"issue": {"id": "10227", "key": "SHOP-7"}}"""));

    private static TrackerEvent Read(string body) => Deliveries.Read(Encoding.UTF8.GetBytes(body));

    private static string Change(string id, string name, string besides = "") =>
        $$"""
        {"webhookEvent": "jira:issue_updated", "issue": {"id": "10227", "key": "SHOP-7"},
        "changelog": {"id": "501", "items": [{"field": "status", "to": "{{id}}", "toString": "{{name}}"}{{besides}}] } }
        """;
}
