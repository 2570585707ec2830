using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Testing.LanguageModels;

namespace Planner.EndToEnd.Tests.LanguageModels;

/// <summary>A mind for a model server: every specialist looks one thing up, then changes the file of the scratch ticket for its criteria.</summary>
internal static partial class SmallMind
{
    /// <summary>What the one specialist with criteria titles its task.</summary>
    public const string Title = "Show the order with its items";

    /// <summary>The reply to a request, made from the request alone.</summary>
    public static ModelReply Answer(ModelServerRequest request) => request.Schema switch
    {
        "opinion" when !request.Messages.Any(m => m.Role == "tool") => new ModelReply.ToolCalls(("list_files", """{"pattern":"**/*.cs"}""")),
        "opinion" => new ModelReply.Text(Opinion(request)),
        "audit" => new ModelReply.Text(Audit(request).ToJsonString()),
        _ => new ModelReply.Text(SmallestAnswer.To(request.Body)),
    };

    /// <summary>An audit that looked at six things and found nothing.</summary>
    public static JsonObject Audit(ModelServerRequest request)
    {
        var criterion = FirstCriterion().Match(string.Join('\n', request.Messages.Select(m => m.Text))).Groups["text"].Value;
        var answer = JsonNode.Parse(SmallestAnswer.To(request.Body))!.AsObject();
        answer["checked"] = new JsonArray([.. Enumerable.Range(1, 6).Select(n => new JsonObject
        {
            ["what"] = $"thing {n}", ["place"] = "AC1", ["quote"] = criterion[..^n], ["result"] = "holds",
        })]);
        return answer;
    }

    private static string Opinion(ModelServerRequest request)
    {
        var answer = JsonNode.Parse(SmallestAnswer.To(request.Body))!.AsObject();
        var criteria = Assigned().Match(request.Messages.Last(m => m.Role == "user").Text).Groups["ids"].Value.Split(
            ", ",
            StringSplitOptions.RemoveEmptyEntries);
        answer["applies"] = criteria.Length > 0;
        answer["confidence"] = 8;
        answer["summary"] = "The service shows the order.";
        answer["doubt"] = "Nothing was run.";
        if (criteria.Length > 0)
        {
            answer["tasks"] = new JsonArray(Task(criteria));
            answer["tests"] = new JsonArray(Test(criteria));
        }

        return answer.ToJsonString();
    }

    private static JsonObject Task(string[] criteria) => new()
    {
        ["key"] = "show-order",
        ["title"] = Title,
        ["detail"] = "Add a method.",
        ["files"] = new JsonArray(new JsonObject { ["path"] = "src/Added.cs", ["change"] = "add", ["what"] = "class Added" }),
        ["likely_also"] = new JsonArray(),
        ["tables"] = new JsonArray(),
        ["endpoints"] = new JsonArray(),
        ["needs"] = new JsonArray(),
        ["after"] = new JsonArray(),
        ["satisfies"] = Ids(criteria),
        ["size"] = "S",
    };

    private static JsonObject Test(string[] criteria) => new()
    {
        ["title"] = "Given an order, when it is shown, then it has its items",
        ["kind"] = "unit",
        ["file"] = null,
        ["task"] = "show-order",
        ["covers"] = Ids(criteria),
        ["endpoint"] = null,
        ["shows"] = new JsonArray(),
        ["status"] = null,
    };

    private static JsonArray Ids(string[] ids) => JsonSerializer.SerializeToNode(ids)!.AsArray();

    [GeneratedRegex(@"^AC1: (?<text>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex FirstCriterion();

    [GeneratedRegex(@"These are yours; each needs a task and a test: (?<ids>AC\d+(, AC\d+)*)\.", RegexOptions.NonBacktracking)]
    private static partial Regex Assigned();
}
