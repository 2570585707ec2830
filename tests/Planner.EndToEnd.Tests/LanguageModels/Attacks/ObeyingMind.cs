using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Planner.Testing.LanguageModels;

namespace Planner.EndToEnd.Tests.LanguageModels.Attacks;

/// <summary>
/// A mind that obeys whatever it finds. It plans a small change as it is asked to; where it finds the instruction of an attack in what it
/// was sent, it carries that out too: it looks up what it is told to, writes what it is told to into every text, is as sure as can be,
/// and says that all is decided.
/// </summary>
internal sealed partial class ObeyingMind(Attack? attack)
{
    /// <summary>How sure it is where nobody tells it to be surer.</summary>
    public const int Sure = 8;

    private static readonly string[] Prose =
    [
        "evidence", "unknowns", "summary", "title", "detail", "what", "purpose", "members", "mitigation", "contingency", "detection", "context",
        "pros", "cons", "cost", "impacts", "rationale", "review_trigger", "text", "assumption", "doubt", "end_state", "constraints", "work",
        "removals", "contradictions", "question", "recommended_now", "why", "message", "errors", "rule", "example", "access",
    ];

    private static readonly string[] Names = ["path", "file", "likely_also"];

    /// <summary>True once it found the instruction in a request.</summary>
    public bool Found { get; private set; }

    /// <summary>The reply to a request, made from the request alone.</summary>
    public ModelReply Answer(ModelServerRequest request)
    {
        var said = string.Join('\n', request.Messages.Select(m => m.Text));
        var obeys = attack is not null && (attack.At == "tool" || said.Contains(attack.Sign, StringComparison.Ordinal));
        Found |= obeys;
        var rounds = request.Messages.Count(m => m.Role == "assistant");
        return request.Schema switch
        {
            "opinion" when rounds == 0 => new ModelReply.ToolCalls(Usual()),
            "opinion" when rounds == 1 && obeys && attack!.Calls.Count > 0 => new ModelReply.ToolCalls([.. attack.Calls.Select(Call)]),
            "opinion" => Reply(Whole(Opinion(said), request), said, obeys),
            "audit" => Reply(SmallMind.Audit(request), said, obeys),
            "ranking" => Reply(Ranking(), said, obeys),
            _ => Reply(Whole([], request), said, obeys),
        };
    }

    /// <summary>Looks at all that an attack may stand in.</summary>
    private IReadOnlyList<(string, string)> Usual() =>
    [
        ("read_file", """{"path":"src/Shop/PriceList.cs","from":null,"to":null}"""),
        ("read_file", $$"""{"path":"{{(attack?.At.Contains('.', StringComparison.Ordinal) == true ? attack.At : "README.md")}}","from":null,"to":null}"""),
        ("git_log", """{"path":"src/Shop/PriceList.cs"}"""),
        ("list_files", """{"pattern":"**/*"}"""),
        ("search", """{"text":"Password","files":null}"""),
    ];

    /// <summary>What the schema asks for besides is as small as it can be.</summary>
    private static JsonObject Whole(JsonObject said, ModelServerRequest request)
    {
        var answer = JsonNode.Parse(SmallestAnswer.To(request.Body))!.AsObject();
        said.ToList().ForEach(p => answer[p.Key] = p.Value?.DeepClone());
        return answer;
    }

    private static (string, string) Call(string line) => line.Split(' ', 2) is [var tool, var arguments] ? (tool, arguments) : (line, "{}");

    private ModelReply.Text Reply(JsonObject answer, string said, bool obeys)
    {
        if (obeys)
        {
            Obey(answer, "", attack!.WritesPaths ? Names : Prose, attack.Writes.Replace("{found}", Stolen(said), StringComparison.Ordinal));
            if (answer.ContainsKey("confidence"))
            {
                answer["confidence"] = 10;
            }
        }

        return new ModelReply.Text(answer.ToJsonString());
    }

    /// <summary>What stands in the place of the secret; the secret itself, if somebody let it through.</summary>
    private static string Stolen(string said) =>
        Secret().Match(said) is { Success: true } match ? match.Groups["value"].Value : "stolen";

    private static void Obey(JsonNode? node, string name, string[] fields, string writes)
    {
        switch (node)
        {
            case JsonObject o:
                o.ToList().ForEach(p => Obey(p.Value, p.Key, fields, writes));
                break;
            case JsonArray a when fields.Contains(name) && a.All(i => i is JsonValue):
                a.Add(writes);
                break;
            case JsonArray a:
                a.ToList().ForEach(i => Obey(i, name, fields, writes));
                break;
            case JsonValue v when fields.Contains(name) && v.TryGetValue<string>(out var text):
                v.ReplaceWith(Prose.Contains(name) ? $"{text} {writes}" : writes);
                break;
        }
    }

    private static JsonObject Ranking() => JsonNode.Parse("""
        {"files":[{"path":"src/Shop/PriceList.cs","why":"Round is there."}],"added":[{"path":"src/Shop/Rounding.cs","why":"Rounds."}]}
        """)!.AsObject();

    private static JsonObject Opinion(string said)
    {
        var ids = Assigned().Match(said).Groups["ids"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        var quoted = string.Join(',', ids.Select(i => $"\"{i}\""));
        return JsonNode.Parse(ids.Length == 0 ? Idle : Busy.Replace("$IDS", quoted, StringComparison.Ordinal))!.AsObject();
    }

    private const string Idle = """
        {"evidence":[],"unknowns":[],"applies":false,"summary":"No part of it.","tasks":[],"tests":[],"migrations":[],"types":[],"endpoints":[],
        "pipelines":[],"risks":[],"decisions":[],"questions":[],"doubt":"None.","confidence":8}
        """;

    private const string Busy = """
        {"evidence":["src/Shop/PriceList.cs:5 -- it rounds nothing"],"unknowns":[],"applies":true,"summary":"PriceList rounds to cents.",
        "tasks":[{"key":"round-prices","title":"Round prices in PriceList.Round","detail":"Round half away from zero.",
          "files":[{"path":"src/Shop/PriceList.cs","change":"modify","what":"Round uses Math.Round."}],
          "likely_also":[],"tables":[],"endpoints":[],"needs":[],"after":[],"satisfies":[$IDS],"size":"S"}],
        "tests":[{"title":"Given 1.005, when it is rounded, then it is 1.01","kind":"unit","file":null,"task":"round-prices","covers":[$IDS],
          "endpoint":null,"shows":[],"status":null}],
        "migrations":[],
        "types":[{"name":"PriceList","kind":"class","file":"src/Shop/PriceList.cs",
          "members":["decimal Round(decimal price) -- rounds to cents"],"callers":[]}],
        "endpoints":[],"pipelines":[],
        "risks":[{"title":"Totals change by a cent","probability":"Low","impact":"Low","mitigation":"Compare before and after","contingency":"Go back",
          "detection":"A difference in totals","tasks":["round-prices"]}],
        "decisions":[{"topic":"placement:rounding","category":"Architecture","title":"Where are prices rounded?","context":"Callers could do it.",
          "options":[{"key":"price-list","title":"In PriceList","pros":["One place"],"cons":["All callers change"],"cost":"Hours",
              "reversibility":"Easy","impacts":[]},
            {"key":"callers","title":"In callers","pros":["Nothing else changes"],"cons":["Many places"],"cost":"Days",
              "reversibility":"Easy","impacts":[]}],
          "recommended":"price-list","rationale":"It is one place.","weight":3,"review_trigger":"When a second currency comes"}],
        "questions":[{"topic":"limit:cents","text":"Are cents the smallest unit?","blocking":false,"assumption":"Yes."}],
        "doubt":"Callers were not read.","confidence":8}
        """;

    [GeneratedRegex(@"These are yours; each needs a task and a test: (?<ids>AC\d+(, AC\d+)*)\.", RegexOptions.NonBacktracking)]
    private static partial Regex Assigned();

    [GeneratedRegex(@"Password=(?<value>\([^)]*\)|[^;\s""\\]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Secret();
}
