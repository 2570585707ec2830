using System.Text.Json.Nodes;
using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts;

/// <summary>Says in a file what the plan could not take into account, so that nobody who reads that file alone takes it for more than it is.</summary>
internal sealed class LimitationMarks(IReadOnlyList<string> limitations)
{
    /// <summary>What such a line of a page begins with.</summary>
    public const string Mark = "> **Limitation:** ";

    private const string Field = "limitations";

    /// <summary>The file with them: below the title of a page, as a field of JSON that has none of that name, as a comment of YAML.</summary>
    public string Apply(string path, string text) => limitations.Count == 0 ? text : Path.GetExtension(path) switch
    {
        ".md" => InPage(text),
        ".json" => InJson(text),
        ".yaml" => string.Concat(limitations.Select(l => $"# Limitation: {l}\n")) + text,
        _ => text,
    };

    private string InPage(string text)
    {
        var title = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return $"{text[..title]}\n{string.Join("\n", limitations.Select(l => Mark + Md.Of($"{l}").Value))}\n{text[title..]}";
    }

    private string InJson(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject file || file.ContainsKey(Field))
        {
            return text;
        }

        file[Field] = new JsonArray([.. limitations.Select(l => JsonValue.Create(l))]);
        return PlanJson.Artifact(file);
    }
}
