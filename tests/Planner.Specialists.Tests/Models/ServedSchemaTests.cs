using System.Text.Json.Nodes;
using Planner.Core.LanguageModels;
using Planner.Specialists.Models.Replies;
using Planner.Specialists.Models.Tools;
using Planner.Testing.LanguageModels.Refusals;
using Xunit;

namespace Planner.Specialists.Tests.Models;

/// <summary>What is sent to a model is taken by the rules of the service, as the model server has them.</summary>
public sealed class ServedSchemaTests
{
    public static TheoryData<AnswerSchema> Schemas =>
    [
        StrictSchema.Of<OpinionReply>("opinion"), StrictSchema.Of<ReadingReply>("reading"), StrictSchema.Of<RankReply>("ranking"),
        StrictSchema.Of<AuditReply>("audit"),
    ];

    public static TheoryData<ModelTool> Tools => [.. new ICodeTool[]
    {
        new ReadFileTool(), new SearchTool(), new ListFilesTool(), new DescribeTableTool(), new GitLogTool(),
    }.Select(tool => tool.Description)];

    [Theory]
    [MemberData(nameof(Schemas), DisableDiscoveryEnumeration = true)]
    public void Schema_IsTaken(AnswerSchema schema) => Assert.Null(RequestRules.Check(Request("response_format", new JsonObject
    {
        ["type"] = "json_schema",
        ["json_schema"] = new JsonObject { ["name"] = schema.Name, ["strict"] = true, ["schema"] = JsonNode.Parse(schema.Json) },
    })));

    [Theory]
    [MemberData(nameof(Tools), DisableDiscoveryEnumeration = true)]
    public void Tool_IsTaken(ModelTool tool)
    {
        var function = new JsonObject
        {
            ["name"] = tool.Name,
            ["description"] = tool.Description,
            ["strict"] = true,
            ["parameters"] = JsonNode.Parse(tool.Parameters),
        };

        Assert.Null(RequestRules.Check(Request("tools", new JsonArray(new JsonObject { ["type"] = "function", ["function"] = function }))));
    }

    private static JsonObject Request(string field, JsonNode value) => new()
    {
        ["model"] = "m",
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "a" }),
        [field] = value,
    };
}
