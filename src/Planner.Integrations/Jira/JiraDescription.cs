using System.Text.Json;
using Planner.Core.Tickets;

namespace Planner.Integrations.Jira;

/// <summary>The description as Markdown, and below it the criteria of teams that keep them in a field of their own.</summary>
internal static class JiraDescription
{
    private static readonly string[] CriteriaFields = ["acceptance criteria", "acceptance criterion", "definition of done"];

    /// <summary>True for the name of a field that teams keep their criteria in.</summary>
    public static bool IsCriteria(string field) => CriteriaFields.Contains(field.Trim(), StringComparer.OrdinalIgnoreCase);

    public static string Read(JsonElement issue, JsonElement fields)
    {
        var parts = new List<string> { RichText(fields.Member("description")) };
        foreach (var field in FieldsNamed(issue, fields, CriteriaFields))
        {
            if (RichText(field) is { Length: > 0 } criteria)
            {
                parts.Add("## Acceptance criteria\n\n" + criteria);
            }
        }

        return TicketText.Clean(string.Join("\n\n", parts.Where(p => p.Length > 0)));
    }

    /// <summary>Custom fields by the names that Jira gives with <c>expand=names</c>; without them, none.</summary>
    public static IEnumerable<JsonElement> FieldsNamed(JsonElement issue, JsonElement fields, params string[] names)
    {
        if (issue.Object("names") is not { } known)
        {
            yield break;
        }

        foreach (var name in known.EnumerateObject().OrderBy(n => n.Name, StringComparer.Ordinal))
        {
            var isWanted = name.Value.ValueKind == JsonValueKind.String && names.Contains(name.Value.GetString()!.Trim(), StringComparer.OrdinalIgnoreCase);
            if (isWanted && name.Name.StartsWith("customfield_", StringComparison.Ordinal) && fields.Member(name.Name) is { } field)
            {
                yield return field;
            }
        }
    }

    /// <summary>ADF or wiki markup as Markdown; empty for anything else.</summary>
    public static string RichText(JsonElement? text) => text switch
    {
        { ValueKind: JsonValueKind.String } wiki => WikiMarkdown.Convert(TicketText.Clean(wiki.GetString())),
        { ValueKind: JsonValueKind.Object } document => AdfMarkdown.Convert(document),
        _ => "",
    };
}
