using System.Text.Json.Nodes;
using Planner.Core.Conversation.Comments;
using Planner.Integrations.Jira.Rest;
using Planner.Integrations.Jira.Writing;
using Xunit;

namespace Planner.Integrations.Tests.Jira.Writing;

/// <summary>Every comment is valid by Atlassian's own schema.</summary>
public sealed class AdfSchemaTests
{
    private static string Adf(string markdown)
    {
        var body = CommentBody.Of(markdown, JiraDeployment.Cloud, new Uri("https://planner.example/runs/SHOP-1-t1"));
        Assert.True(CommentBody.Length(body) <= CommentBody.MaxLength);
        return body.ToJsonString();
    }

    [Fact]
    public async Task TenThousandCommentsOfPlans_AreValid() =>
        await AdfSchema.Accepts([.. Enumerable.Range(0, 10_000).AsParallel().AsOrdered().Select(i => Adf(PlanComment.Render(new CommentGenerator(i).Next())))]);

    [Fact]
    public async Task WellMadeDocuments_AreValid() =>
        await AdfSchema.Accepts([.. Enumerable.Range(0, 2_000).Select(i => Adf(new MarkdownGenerator(i).Document()))]);

    [Fact]
    public async Task Rubbish_IsValid() =>
        await AdfSchema.Accepts([.. Enumerable.Range(0, 5_000).Select(i => Adf(new MarkdownGenerator(i).Rubbish()))]);

    [Theory]
    [InlineData("""{"type":"doc","content":[]}""")]
    [InlineData("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":""}]}]}""")]
    [InlineData("""{"type":"doc","version":1,"content":[{"type":"blockquote","content":[]}]}""")]
    public async Task InvalidDocument_IsRefused(string document) =>
        Assert.NotEqual("ok", Assert.Single(await AdfSchema.Judge([JsonNode.Parse(document)!.ToJsonString()])));
}
