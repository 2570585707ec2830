namespace Planner.Core.Text.Markdown;

/// <summary>A piece of a description, as far as criteria and readiness need to know it.</summary>
internal abstract record MarkdownBlock
{
    private MarkdownBlock()
    {
    }

    /// <summary>A heading; a bold line of its own counts as one of <see cref="BoldLevel"/>.</summary>
    public sealed record Heading(int Level, string Text) : MarkdownBlock
    {
        /// <summary>Below every real heading.</summary>
        public const int BoldLevel = 7;
    }

    /// <summary>An item of a list with the lines that continue it.</summary>
    public sealed record Item(int Indent, bool IsOrdered, string Text) : MarkdownBlock;

    /// <summary>A row of a table.</summary>
    public sealed record Row(IReadOnlyList<string> Cells, bool IsHeader) : MarkdownBlock;

    /// <summary>Code between fences.</summary>
    public sealed record Code(string Language, string Text) : MarkdownBlock;

    /// <summary>Lines of text without a blank one between them.</summary>
    public sealed record Paragraph(IReadOnlyList<string> Lines) : MarkdownBlock
    {
        /// <summary>All on one line.</summary>
        public string Text => string.Join(' ', Lines);
    }
}
