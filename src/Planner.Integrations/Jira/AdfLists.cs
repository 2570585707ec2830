using System.Globalization;

namespace Planner.Integrations.Jira;

/// <summary>Bullets, numbers, tasks and decisions, one inside the other.</summary>
internal static class AdfLists
{
    public static string List(AdfNode node, int depth)
    {
        if (depth > AdfMarkdown.MaxDepth)
        {
            return node.PlainText();
        }

        var number = Math.Max(node.Number("order") ?? 1, 0);
        var items = new List<string>();
        foreach (var item in node.Content)
        {
            if (item.Type is "taskList" or "bulletList" or "orderedList" or "decisionList")
            {
                items.Add(MarkdownText.Indent(List(item, depth + 1), 2));
            }
            else
            {
                items.Add(Item(item, Marker(node, item, number++), depth + 1));
            }
        }

        return string.Join('\n', items.Where(i => i.Length > 0));
    }

    private static string Marker(AdfNode list, AdfNode item, int number) => list.Type switch
    {
        "orderedList" => number.ToString(CultureInfo.InvariantCulture) + ".",
        "taskList" => item.Attribute("state") == "DONE" ? "- [x]" : "- [ ]",
        "decisionList" => "- Decision:",
        _ => "-",
    };

    private static string Item(AdfNode item, string marker, int depth)
    {
        var blocks = AdfMarkdown.Blocks(item, depth);
        if (blocks.Length == 0)
        {
            return "";
        }

        var width = marker.StartsWith('-') ? 2 : marker.Length + 1;
        return marker + " " + MarkdownText.Indent(Tight(blocks), width).TrimStart();
    }

    /// <summary>A nested list follows its item's line at once, as in a list of single lines.</summary>
    private static string Tight(string blocks)
    {
        var end = blocks.IndexOf("\n\n", StringComparison.Ordinal);
        return end > 0 && IsListStart(blocks.AsSpan(end + 2)) ? blocks.Remove(end, 1) : blocks;
    }

    private static bool IsListStart(ReadOnlySpan<char> text) =>
        text.StartsWith("- ") || (text.Length > 2 && char.IsAsciiDigit(text[0]) && text[1..].TrimStart("0123456789").StartsWith(". "));
}
