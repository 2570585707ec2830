using System.Text.Json;
using Planner.Core.Tickets;
using Planner.Integrations.Jira;
using Xunit;

namespace Planner.Integrations.Tests.Jira;

public sealed class JiraIssueReaderTests
{
    private const string Fields = """
        "summary": "Accept\treturns\u001b[31m",
        "issuetype": {"name": "Story"}, "status": {"name": "To Do"}, "priority": {"name": "High"},
        "labels": ["returns", "checkout", "returns"], "components": [{"name": "orders"}],
        "reporter": {"displayName": "Ann Lee"}, "assignee": null,
        "parent": {"key": "SHOP-9", "fields": {"summary": "Returns", "issuetype": {"name": "Epic"}, "status": {"name": "Open"}}},
        "subtasks": [{"key": "SHOP-102", "fields": {"summary": "Table", "status": {"name": "Done"}}}],
        "issuelinks": [
          {"type": {"inward": "is blocked by", "outward": "blocks"}, "outwardIssue": {"key": "SHOP-7", "fields": {"summary": "Refunds"}}},
          {"type": {"inward": "is blocked by", "outward": "blocks"}, "inwardIssue": {"key": "PAY-3", "fields": {"summary": "Ledger"}}},
          {"type": {"inward": "x", "outward": "y"}, "inwardIssue": {"key": "../../x"}}]
        """;

    private static Ticket Read(string json) => JiraIssueReader.Read(JsonDocument.Parse(json).RootElement);

    private static Ticket ReadWith(string description) =>
        Read(
            $$"""{"key": "SHOP-101", "self": "https://shop.example.com/jira/rest/api/2/issue/1", "fields": { {{Fields}}, "description": {{description}} } }""");

    [Fact]
    public void Version2_IsRead()
    {
        var ticket = ReadWith("\"h2. Goal\\r\\n* one\"");

        Assert.Equal("SHOP-101", ticket.Key);
        Assert.Equal("Accept returns[31m", ticket.Summary);
        Assert.Equal("## Goal\n\n- one", ticket.Description);
        Assert.Equal(("Story", "To Do", "High"), (ticket.Type, ticket.Status, ticket.Priority));
        Assert.Equal(["checkout", "returns"], ticket.Labels);
        Assert.Equal(["orders"], ticket.Components);
        Assert.Equal(("Ann Lee", null), (ticket.Reporter, ticket.Assignee));
        Assert.Equal("https://shop.example.com/jira/browse/SHOP-101", ticket.Url);
    }

    [Fact]
    public void Version3_IsRead()
    {
        var ticket = ReadWith("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Plain."}]}]}""");

        Assert.Equal("Plain.", ticket.Description);
    }

    [Fact]
    public void OtherTickets_AreRelatedInWords()
    {
        var ticket = ReadWith("null");

        Assert.Equal("", ticket.Description);
        Assert.Equal(new TicketLink("SHOP-9", "epic", "Returns", "Open"), ticket.Parent);
        Assert.Equal([new TicketLink("SHOP-102", "child", "Table", "Done") { IsDone = true }], ticket.Children);
        Assert.Equal([new TicketLink("SHOP-7", "blocks", "Refunds"), new TicketLink("PAY-3", "is blocked by", "Ledger")], ticket.Links);
    }

    [Theory]
    [InlineData("""{"name": "Done"}""", true)]
    [InlineData("""{"name": "Erledigt"}""", true)]
    [InlineData("""{"name": "Done", "statusCategory": {"key": "indeterminate"}}""", false)]
    [InlineData("""{"name": "Shipped", "statusCategory": {"key": "done"}}""", true)]
    [InlineData("""{"name": "Open"}""", false)]
    [InlineData("null", false)]
    public void Done_IsToldByTheCategoryElseByTheName(string status, bool done)
    {
        using var issue = JsonDocument.Parse($$"""{"key": "SHOP-9", "fields": {"summary": "x", "status": {{status}} } }""");

        Assert.Equal(done, JiraIssueReader.Read(issue.RootElement).IsDone);
    }

    [Fact]
    public void ListedChildren_MayBeKeysOrIssues()
    {
        using var epic =
            JsonDocument.Parse("""{"key": "SHOP-9", "fields": {"summary": "x", "subtasks": [{"key": "SHOP-3"}], "children": ["SHOP-2", "../x", 5,"""
                + """ {"key": "SHOP-1", "fields": {"summary": "One"}}, "SHOP-2"]}}""");

        Assert.Equal(["SHOP-3", "SHOP-2", "SHOP-1"], JiraIssueReader.Read(epic.RootElement).Children.Select(c => c.Key));
    }

    [Fact]
    public void ChildrenOfAnEpic_AreAdded()
    {
        using var child = JsonDocument.Parse("""{"key": "SHOP-11", "fields": {"summary": "Story", "status": {"name": "Open"}}}""");
        using var epic = JsonDocument.Parse("""{"key": "SHOP-9", "fields": {"summary": "Returns", "issuetype": {"name": "Epic"}}}""");

        var ticket = JiraIssueReader.Read(epic.RootElement, [child.RootElement]);

        Assert.Equal([new TicketLink("SHOP-11", "child", "Story", "Open")], ticket.Children);
    }

    [Fact]
    public void CriteriaInAFieldOfTheirOwn_JoinTheDescription()
    {
        var ticket =
            Read("""{"key": "SHOP-1", "names": {"customfield_10070": "Acceptance Criteria"}, "fields": {"summary": "S", "description": "Why.","""
                + """ "customfield_10070": "* one\n* two"}}""");

        Assert.Equal("Why.\n\n## Acceptance criteria\n\n- one\n- two", ticket.Description);
    }

    [Theory]
    [InlineData("""{"issue": {"key": "SHOP-1", "fields": {"summary": "S"}}}""")]
    [InlineData("""{"issues": [{"key": "SHOP-1", "fields": {"summary": "S"}}]}""")]
    [InlineData("""{"key": "SHOP-1", "summary": "S"}""")]
    public void IssueInsideAnotherBody_IsFound(string json) => Assert.Equal(("SHOP-1", "S"), (Read(json).Key, Read(json).Summary));

    [Theory]
    [InlineData("{}", "key")]
    [InlineData("[]", "object")]
    [InlineData("""{"key": "../../x"}""", "'../../x'")]
    [InlineData("""{"key": "shop-1"}""", "'shop-1'")]
    [InlineData("""{"key": 5}""", "key")]
    [InlineData("""{"key": "A-1\u001b]0;x"}""", "SHOP-101")]
    [InlineData("""{"issues": [{"key": "A-1"}, {"key": "A-2"}]}""", "several")]
    [InlineData("""{"key": "A-1", "summary": "\ud800"}""", "Unicode")]
    public void WhatIsNoIssue_IsExplainedInOneLine(string json, string said)
    {
        var fault = Assert.Throws<TicketUnreadableException>(() => Read(json));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(fault.Message, char.IsControl);
    }

    [Theory]
    [InlineData("""{"key": "A-1", "fields": {"summary": 5, "labels": {"a": 1}, "issuelinks": [1, null, {}], "subtasks": "no", "parent": [], "description": 7,"""
        + """ "status": "Open"}}""")]
    [InlineData("""{"key": "A-1", "fields": null}""")]
    public void FieldsOfAnotherShape_AreEmpty(string json)
    {
        var ticket = Read(json);

        Assert.Equal(("", "", 0, 0), (ticket.Summary, ticket.Description, ticket.Links.Count, ticket.Children.Count));
    }

    [Fact]
    public void GatewayAddress_IsNotForPeople() =>
        Assert.Null(Read("""{"key": "A-1", "self": "https://api.atlassian.com/ex/jira/1/rest/api/3/issue/1", "fields": {}}""").Url);
}
