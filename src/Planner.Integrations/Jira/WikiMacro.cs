using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira;

/// <summary>A macro with a body, like <c>{code:java}…{code}</c>; without its end it reaches to the end of the text.</summary>
internal sealed partial record WikiMacro(string Name, string Parameters, string Body, int Start, int End)
{
    public string Language => Parameters.Split('|').FirstOrDefault(p => !p.Contains('=', StringComparison.Ordinal)) ?? "";

    public string Title => Parameters.Split('|')
        .Where(p => p.StartsWith("title=", StringComparison.OrdinalIgnoreCase))
        .Select(p => WikiInline.Convert(p["title=".Length..].Trim()))
        .FirstOrDefault("");

    public static WikiMacro? Next(string text, int from)
    {
        var open = Open().Match(text, from);
        if (!open.Success)
        {
            return null;
        }

        var name = open.Groups["name"].Value;
        var body = open.Index + open.Length;
        var close = text.IndexOf("{" + name + "}", body, StringComparison.Ordinal);
        return close < 0
            ? new(name, open.Groups["parameters"].Value, text[body..], open.Index, text.Length)
            : new(name, open.Groups["parameters"].Value, text[body..close], open.Index, close + name.Length + 2);
    }

    [GeneratedRegex(@"\{(?<name>code|noformat|quote|panel|info|note|tip|warning|expand)(?::(?<parameters>[^}\n]{0,300}))?\}", RegexOptions.NonBacktracking)]
    private static partial Regex Open();
}
