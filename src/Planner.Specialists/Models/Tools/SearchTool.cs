using System.Text;
using System.Text.Json;
using Planner.Core.Grounding.Lookup;
using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Tools;

/// <summary>Where a text stands in the code.</summary>
internal sealed class SearchTool : ICodeTool
{
    private const int Most = 80;
    private const int LongestLine = 200;
    private const int LongestText = 200;

    public ModelTool Description { get; } = new(
        "search",
        "Lines of the code that hold a text, literally and whatever the case, at most 80.",
        """
        {"type":"object","properties":{
        "text":{"type":"string"},
        "files":{"type":["string","null"],"description":"Which files, like src/**/*.cs; null for all."}
        },"required":["text","files"],"additionalProperties":false}
        """);

    public async Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        var text = arguments.Text("text");
        if (text.Length is < 2 or > LongestText)
        {
            return $"Search for 2 to {LongestText} characters.";
        }

        var pattern = arguments.Pattern("files");
        if (pattern is null && arguments.Text("files").Length > 0)
        {
            return "That is no pattern of files, or too long a one. Write it like src/**/*.cs.";
        }

        var found = await place.Code.Search(text, p => pattern?.Covers(p) ?? true, Most, cancellation);
        var told = new StringBuilder($"{(found.Count == Most ? "the first " : "")}{found.Count} lines hold it\n");
        foreach (var line in found)
        {
            told.Append(line.Path).Append(':').Append(line.Number).Append(": ").Append(Short(line.Text)).Append('\n');
        }

        return told.ToString();
    }

    private static string Short(string line) => line.Trim() is { Length: > LongestLine } text ? text[..LongestLine] + "…" : line.Trim();
}
