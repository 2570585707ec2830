using Markdig;
using Markdig.Syntax;

namespace Planner.Core.Text.Markdown;

/// <summary>
/// The one place where Markdown of pages and documents is parsed: CommonMark with pipe tables. HTML is text, front matter is passed over,
/// and no extension is in use that makes or runs anything.
/// </summary>
public static class MarkdownParser
{
    /// <summary>Longest text, in characters: 4 million. Longer ones are not parsed.</summary>
    public const int MaxLength = 4 * 1024 * 1024;

    private const int DeepestNesting = 64;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder { MaximumNestingDepth = DeepestNesting }
        .UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation().DisableHtml().Build();

    /// <summary>The parts with their places in the text; null where it is too long, or nested more than 64 deep.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return text.Length > MaxLength ? null : Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // The parser's only complaint is nesting: nobody reads that as anything but text.
            return null;
        }
    }
}
