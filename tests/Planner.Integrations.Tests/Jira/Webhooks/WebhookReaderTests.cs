using System.Text;
using System.Text.Json;
using Planner.Core.Events;
using Planner.Integrations.Jira.Webhooks;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Webhooks;

public sealed class WebhookReaderTests
{
    private const string Issue = """ "issue": {"id": "10227", "key": "SHOP-7", "fields": {"status": {"name": "Open"}}} """;

    [Theory]
    [InlineData(
        """{"webhookEvent": "jira:issue_updated", "issue_event_type_name": "issue_generic", ISSUE, "changelog": {"id": "501", "items": [{"field": "status","""
            + """ "fieldId": "status", "from": "1", "fromString": "To Do", "to": "3", "toString": "Ready"}]}}""",
        "501")]
    [InlineData(
        """{"webhookEvent": "jira:issue_updated", "issue_event_type_name": "issue_work_started", ISSUE, "changelog": {"id": "501","""
            + """ "items": [{"field": "assignee", "to": null, "toString": null}, {"field": "status", "to": "3", "toString": "Ready"}]}}""",
        "501")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"items": [{"field": "status", "to": "3", "toString": "Ready"}]}}""", null)]
    public void ChangeOfStatus_IsToldByTheChangelogWhateverTheEventIsCalled(string body, string? change) =>
        Assert.Equal(new TrackerEvent.StatusChanged("SHOP-7", change, "3", "Ready"), Read(body));

    [Theory]
    [InlineData("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"id": "601", "items": [{"field": "labels", "toString": "x"},"""
        + """ {"field": "description", "fieldId": "description", "toString": "new"}]}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"id": "601", "items": [{"field": "summary", "toString": "new"}]}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"id": "601", "items": [{"field": "Acceptance Criteria","""
        + """ "fieldId": "customfield_10042", "toString": "new"}]}}""")]
    public void EditOfTheWords_IsToldByTheChangelog(string body) => Assert.Equal(new TrackerEvent.Edited("SHOP-7", "601"), Read(body));

    [Fact]
    public void TransitionThatAlsoEdits_SaysSo() =>
        Assert.Equal(
            new TrackerEvent.StatusChanged("SHOP-7", "601", "3", "Ready") { IsEdited = true },
            Read("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"id": "601", "items": [{"field": "description", "toString": "new"},"""
                + """ {"field": "status", "to": "3", "toString": "Ready"}]}}"""));

    [Theory]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue_event_type_name": "issue_generic", ISSUE, "changelog": {"id": "1","""
        + """ "items": [{"field": "resolution", "to": null}]}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue_event_type_name": "issue_assigned", ISSUE, "changelog": {"id": "1", "items": []}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": null}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "issue_event_type_name": "issue_moved", ISSUE, "changelog": {"id": "1", "items": [{"field": "Key","""
        + """ "toString": "NEW-1"}]}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_created", ISSUE, "changelog": {"id": "1", "items": [{"field": "status", "to": "3"}]}}""")]
    [InlineData("""{"webhookEvent": "jira:issue_deleted", ISSUE}""")]
    [InlineData("""{"webhookEvent": "comment_updated", ISSUE, "comment": {"id": "5"}}""")]
    [InlineData("""{"webhookEvent": "comment_deleted", ISSUE, "comment": {"id": "5"}}""")]
    [InlineData("""{"webhookEvent": "comment_created", "comment": {"id": "5", "self": "https://x/rest/api/2/other/10"}}""")]
    [InlineData("""{"webhookEvent": "comment_created", "comment": {"id": "../5"}, ISSUE}""")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", "changelog": {"id": "1", "items": [{"field": "status", "to": "3"}]}}""")]
    [InlineData("""{"webhookEvent": "sprint_started"}""")]
    [InlineData("""{"webhookEvent": 7, "issue": [], "changelog": "x"}""")]
    [InlineData("{}")]
    [InlineData("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"id": "1", "items": [{"field": "labels", "fieldId": "labels","""
        + """ "toString": "planned"}, {"field": "Link", "toString": "x"}]}}""")]
    public void AnythingElse_AsksForNothing(string body) => Assert.IsType<TrackerEvent.Nothing>(Read(body));

    [Theory]
    [InlineData(
        """{"webhookEvent": "comment_created", ISSUE, "comment": {"id": "12000", "self": "https://x.example/rest/api/2/issue/10227/comment/12000"}}""",
        "SHOP-7")]
    [InlineData(
        """{"webhookEvent": "comment_created", "comment": {"id": "12000", "self": "http://x.example:8080/rest/api/2/issue/10013/comment/12000"}}""",
        "10013")]
    [InlineData(
        """{"webhookEvent": "jira:issue_updated", "issue_event_type_name": "issue_commented", ISSUE, "comment": {"id": "12000", "self": "x"}}""",
        "SHOP-7")]
    [InlineData("""{"webhookEvent": "comment_created", ISSUE, "comment": {"id": "12000", "body": "Thanks.\r\n\r\n/Decide TD001 B"}}""", "SHOP-7")]
    [InlineData("""{"webhookEvent": "comment_created", ISSUE, "comment": {"id": "12000", "body": {"type": "doc"}}}""", "SHOP-7")]
    public void Comment_IsKnownWithAndWithoutItsIssue(string body, string ticket) =>
        Assert.Equal(new TrackerEvent.Commented(ticket, "12000"), Read(body));

    [Theory]
    [InlineData("""{"transition": {"transitionName": "Plan it", "from_status": "Open", "to_status": "Ready"}, ISSUE}""", "Ready")]
    [InlineData("""{ISSUE, "changelog": null}""", null)]
    [InlineData("""{"id": "10227", "key": "SHOP-7", "fields": {}, "changelog": {"histories": null}}""", null)]
    public void RulesAndPostFunctions_NameNoEvent(string body, string? status) =>
        Assert.Equal(new TrackerEvent.StatusChanged("SHOP-7", null, null, status), Read(body));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{\"webhookEvent\": \"jira:issue_updated\"")]
    [InlineData("{\"webhookEvent\": \"\\ud800\"}")]
    public void WhatIsNoObject_IsRefusedAsJson(string body) => Assert.ThrowsAny<JsonException>(() => Read(body));

    [Fact]
    public void MutatedBodies_AreReadOrRefusedAndNothingElse()
    {
        var body =
            Encoding.UTF8.GetBytes("""{"webhookEvent": "jira:issue_updated", ISSUE, "changelog": {"id": "501", "items": [{"field": "status", "to": "3","""
                + """ "toString": "Ready"}]}, "comment": {"id": "5", "self": "x"}}""".Replace(
                "ISSUE",
                Issue,
                StringComparison.Ordinal));
        var random = new Random(7);
        for (var round = 0; round < 10_000; round++)
        {
            var mutated = body.ToArray();
            for (var at = random.Next(1, 6); at > 0; at--)
            {
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.NotNull(WebhookReader.Read(mutated));
            }
            catch (JsonException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    private static TrackerEvent Read(string body) => WebhookReader.Read(Encoding.UTF8.GetBytes(body.Replace("ISSUE", Issue, StringComparison.Ordinal)));
}
