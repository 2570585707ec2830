using System.Text.Json;

namespace Planner.Integrations.Jira;

/// <summary>
/// Atlassian's document format as Markdown. Nothing that says something is lost: nodes that are not known give their
/// content or text, and what is nested deeper than <see cref="MaxDepth"/> gives its plain text.
/// </summary>
internal static class AdfMarkdown
{
    /// <summary>How deep nodes are followed; Jira's own editor stops far earlier.</summary>
    public const int MaxDepth = 40;

    public static string Convert(JsonElement document) => Blocks(AdfNode.Of(document), 0);

    /// <summary>The children as blocks, parted by blank lines; neighbouring inline nodes make one paragraph.</summary>
    internal static string Blocks(AdfNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            return node.PlainText();
        }

        var blocks = new List<string>();
        var inline = new List<AdfNode>();
        foreach (var child in node.Content)
        {
            if (AdfInline.IsInline(child))
            {
                inline.Add(child);
                continue;
            }

            Flush(inline, blocks, depth);
            blocks.Add(Block(child, depth + 1));
        }

        Flush(inline, blocks, depth);
        return string.Join("\n\n", blocks.Where(b => b.Length > 0));
    }

    private static void Flush(List<AdfNode> inline, List<string> blocks, int depth)
    {
        if (inline.Count == 0)
        {
            return;
        }

        blocks.Add(AdfInline.Text(inline, depth).Trim());
        inline.Clear();
    }

    private static string Block(AdfNode node, int depth) => node.Type switch
    {
        "paragraph" or "caption" => AdfInline.Text(node.Content, depth).Trim(),
        "heading" => Heading(node, depth),
        "bulletList" or "orderedList" or "taskList" or "decisionList" => AdfLists.List(node, depth),
        "codeBlock" => MarkdownText.Fence(node.PlainText(), node.Attribute("language")),
        "blockquote" => MarkdownText.Quote(Blocks(node, depth)),
        "panel" => MarkdownText.Quote(Titled(PanelTitle(node), Blocks(node, depth))),
        "rule" => "---",
        "table" => AdfTable.Table(node, depth),
        "expand" or "nestedExpand" => Titled(node.Attribute("title"), Blocks(node, depth)),
        "media" => AdfInline.Media(node),
        "blockCard" or "embedCard" => AdfInline.Card(node),
        "extension" or "bodiedExtension" or "multiBodiedExtension" => Extension(node, depth),
        _ => Unknown(node, depth),
    };

    private static string Heading(AdfNode node, int depth)
    {
        var text = AdfInline.Text(node.Content, depth).ReplaceLineEndings(" ").Trim();
        return text.Length == 0 ? "" : new string('#', Math.Clamp(node.Number("level") ?? 1, 1, 6)) + " " + text;
    }

    private static string PanelTitle(AdfNode node) => node.Attribute("panelType") switch
    {
        "warning" => "Warning",
        "error" => "Error",
        "success" => "Success",
        "info" => "Info",
        _ => "Note",
    };

    private static string Titled(string title, string body)
    {
        var name = title.ReplaceLineEndings(" ").Trim();
        return name.Length == 0 ? body : body.Length == 0 ? $"**{name}**" : $"**{name}**\n\n{body}";
    }

    private static string Extension(AdfNode node, int depth)
    {
        var body = Blocks(node, depth);
        var name = node.Attribute("text") is { Length: > 0 } text ? text : node.Attribute("extensionKey");
        return body.Length > 0 ? body : name.Length > 0 ? $"({name})" : "";
    }

    private static string Unknown(AdfNode node, int depth)
    {
        var body = Blocks(node, depth);
        return body.Length > 0 ? body : AdfInline.Text([node], depth).Trim();
    }
}
