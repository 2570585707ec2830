using System.Globalization;

namespace Planner.Integrations.Jira;

/// <summary>What stands inside a line: text with marks, mentions, links, dates, emoji.</summary>
internal static class AdfInline
{
    public static bool IsInline(AdfNode node) =>
        node.Type is "text" or "hardBreak" or "mention" or "emoji" or "date" or "status" or "inlineCard" or "placeholder" or "inlineExtension" or "mediaInline";

    public static string Text(IEnumerable<AdfNode> nodes, int depth) => string.Concat(nodes.Select(n => One(n, depth)));

    public static string Card(AdfNode node)
    {
        var url = FirstOf(node.Attribute("url"), node.Attribute("data", "url"));
        return MarkdownText.Link(FirstOf(node.Attribute("data", "name"), url), url);
    }

    public static string Media(AdfNode node)
    {
        var name = FirstOf(node.Attribute("alt"), node.Attribute("__fileName"), node.Attribute("id"), "attachment");
        return node.Attribute("url") is { Length: > 0 } url ? MarkdownText.Link(name, url) : $"(attachment: {name})";
    }

    private static string One(AdfNode node, int depth) => node.Type switch
    {
        "text" => Marked(node),
        "hardBreak" => "\n",
        "mention" => "@" + FirstOf(node.Attribute("text").TrimStart('@'), node.Attribute("id"), "somebody"),
        "emoji" => FirstOf(node.Attribute("text"), node.Attribute("shortName")),
        "date" => Date(node.Attribute("timestamp")),
        "status" => node.Attribute("text") is { Length: > 0 } status ? $"[{status}]" : "",
        "placeholder" => node.Attribute("text"),
        "inlineCard" => Card(node),
        "mediaInline" => Media(node),
        "inlineExtension" => FirstOf(node.Attribute("text"), node.Attribute("extensionKey")),
        _ => Unknown(node, depth),
    };

    private static string Unknown(AdfNode node, int depth)
    {
        if (depth > AdfMarkdown.MaxDepth)
        {
            return node.PlainText();
        }

        return node.HasContent ? Text(node.Content, depth + 1) : FirstOf(node.OwnText, node.Attribute("text"), node.Attribute("title"), node.Attribute("url"));
    }

    private static string Marked(AdfNode node)
    {
        var text = node.OwnText;
        var marks = node.Marks.ToList();
        if (marks.Exists(m => m.Type == "code"))
        {
            text = MarkdownText.Code(text);
        }

        if (marks.Exists(m => m.Type == "strong"))
        {
            text = MarkdownText.Around(text, "**");
        }

        if (marks.Exists(m => m.Type == "em"))
        {
            text = MarkdownText.Around(text, "*");
        }

        if (marks.Exists(m => m.Type == "strike"))
        {
            text = MarkdownText.Around(text, "~~");
        }

        foreach (var link in marks.Where(m => m.Type == "link").Take(1))
        {
            text = MarkdownText.Link(text, link.Attribute("href"));
        }

        return text;
    }

    /// <summary>Milliseconds since 1970, at midnight UTC of the day that is meant.</summary>
    private static string Date(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms)
            && Math.Abs(ms) < 100_000_000_000_000
            && ms > -62_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : timestamp;

    private static string FirstOf(params string[] candidates) => candidates.FirstOrDefault(c => c.Length > 0) ?? "";
}
