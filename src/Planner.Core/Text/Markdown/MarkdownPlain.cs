using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Planner.Core.Text.Markdown;

/// <summary>What a reader sees of a line: without marks, with signs for their names.</summary>
internal static class MarkdownPlain
{
    public static string Of(ContainerInline? line)
    {
        var text = new StringBuilder();
        foreach (var part in line?.Descendants() ?? [])
        {
            text.Append(Shown(part));
        }

        return text.ToString().Trim();
    }

    private static string Shown(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        // A pipe in code in a table is escaped once more.
        CodeInline code => code.Content.Replace("\\|", "|", StringComparison.Ordinal),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };
}
