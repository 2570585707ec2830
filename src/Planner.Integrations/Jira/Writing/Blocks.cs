namespace Planner.Integrations.Jira.Writing;

/// <summary>
/// A block of a comment. Which block may stand in which other is said by the types, so that no document can be built that
/// Jira refuses.
/// </summary>
internal interface IBlock;

/// <summary>May stand in an item of a list.</summary>
internal interface IInItem : IBlock;

/// <summary>May stand in a quote.</summary>
internal interface IInQuote : IBlock;

/// <summary>Text; also all that a table's cell holds.</summary>
internal sealed record Paragraph(IReadOnlyList<Span> Spans) : IInItem, IInQuote
{
    public static Paragraph Of(string text) => new([new Span.Text(text, Marks.None)]);
}

/// <summary>A heading of level 1 to 6.</summary>
internal sealed record Heading(int Level, IReadOnlyList<Span> Spans) : IBlock;

/// <summary>Code, without any mark.</summary>
internal sealed record CodeBlock(string Language, string Code) : IInItem, IInQuote;

/// <summary>Bullets, or numbers from <paramref name="Start"/> on.</summary>
internal sealed record ListBlock(int? Start, IReadOnlyList<ListEntry> Items) : IInItem, IInQuote;

/// <summary>An item begins with text.</summary>
internal sealed record ListEntry(Paragraph First, IReadOnlyList<IInItem> Rest);

/// <summary>Boxes to tick.</summary>
internal sealed record TaskBlock(IReadOnlyList<TaskItem> Items) : IInItem;

/// <summary>A box with its line, and boxes below it.</summary>
internal sealed record TaskItem(bool IsDone, IReadOnlyList<Span> Spans, TaskBlock? Below);

/// <summary>A quote.</summary>
internal sealed record Quote(IReadOnlyList<IInQuote> Content) : IBlock;

/// <summary>A line across.</summary>
internal sealed record Rule : IBlock;

/// <summary>A table; stands in nothing.</summary>
internal sealed record Table(IReadOnlyList<TableLine> Lines) : IBlock;

/// <summary>A row of a table.</summary>
internal sealed record TableLine(bool IsHeader, IReadOnlyList<Paragraph> Cells);
