namespace Planner.Core.Grounding.Naming;

/// <summary>What a name looks like.</summary>
internal enum NameShape
{
    /// <summary><c>GET /orders</c> or <c>/orders</c>.</summary>
    Endpoint,

    /// <summary>With a slash or a file's ending.</summary>
    Path,

    /// <summary><c>Order.Total</c>, <c>orders.total</c>, <c>Shop.Services</c>.</summary>
    Dotted,

    /// <summary><c>OrderService</c>.</summary>
    Pascal,

    /// <summary><c>order_items</c>.</summary>
    Snake,

    /// <summary><c>orderId</c>.</summary>
    Camel,

    /// <summary>A plain word, which only its marking as code makes a name.</summary>
    Word,
}

/// <summary>A name as it stands in a line.</summary>
/// <param name="Text">Without call parentheses and type arguments.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="Line">Which line.</param>
/// <param name="At">Where in the line.</param>
/// <param name="IsMarked">Set as inline code.</param>
internal sealed record FoundName(string Text, NameShape Shape, TicketLine Line, int At, bool IsMarked)
{
    /// <summary>The text before it in its sentence.</summary>
    public string Before
    {
        get
        {
            var from = Math.Max(
                Line.Text.LastIndexOf(". ", Math.Max(0, At - 1), StringComparison.Ordinal),
                Line.Text.LastIndexOf("; ", Math.Max(0, At - 1), StringComparison.Ordinal));
            return Line.Text[(from + 1)..At];
        }
    }

    /// <summary>The text behind it.</summary>
    public string After => Line.Text[Math.Min(Line.Text.Length, At + Text.Length)..];
}
