using System.Text.RegularExpressions;

namespace Planner.Integrations.Jira;

/// <summary>
/// Jira's wiki markup as Markdown. A text that shows marks of Markdown and none of wiki markup is left as it is: people
/// paste Markdown into the same field.
/// </summary>
internal static partial class WikiMarkdown
{
    private const int MaxDepth = 12;

    public static string Convert(string wiki)
    {
        var text = wiki.ReplaceLineEndings("\n");
        return MarkdownMarks().IsMatch(text) && !WikiMarks().IsMatch(text) ? text.Trim() : Blocks(text, 0);
    }

    /// <summary>Macros with a body first, since nothing inside code means anything; the text between them line by line.</summary>
    internal static string Blocks(string text, int depth)
    {
        var blocks = new List<string>();
        var at = 0;
        while (at < text.Length && WikiMacro.Next(text, at) is { } macro)
        {
            blocks.Add(WikiLines.Convert(text[at..macro.Start]));
            blocks.Add(Render(macro, depth));
            at = macro.End;
        }

        blocks.Add(WikiLines.Convert(text[at..]));
        return string.Join("\n\n", blocks.Where(b => b.Length > 0));
    }

    private static string Render(WikiMacro macro, int depth) => macro.Name switch
    {
        "code" => MarkdownText.Fence(macro.Body, macro.Language),
        "noformat" => MarkdownText.Fence(macro.Body, ""),
        _ when depth >= MaxDepth => macro.Body.Trim(),
        "quote" => MarkdownText.Quote(Blocks(macro.Body, depth + 1)),
        _ => MarkdownText.Quote(Titled(macro.Title, Blocks(macro.Body, depth + 1))),
    };

    private static string Titled(string title, string body) =>
        title.Length == 0 ? body : body.Length == 0 ? $"**{title}**" : $"**{title}**\n\n{body}";

    [GeneratedRegex(
        @"^```|\*\*[^\s*][^*\n]*\*\*|\]\(https?://|^#{2,6} [^\n]*\n(?:\n|[^#\n])|^\s*- \[[ xX]\] ",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownMarks();

    [GeneratedRegex(
        @"^h[1-6]\. |\{(?:code|noformat|quote|panel|color)\b|\{\{|^\|\||\[[^\]\n|]+\|[^\]\n]+\]|^bq\. |\[~",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex WikiMarks();
}
