namespace Planner.Integrations.Jira.Writing;

/// <summary>What stands in a line.</summary>
internal abstract record Span
{
    /// <summary>Text with marks; <paramref name="Link"/> is a web or mail address or null.</summary>
    public sealed record Text(string Value, Marks Marks, string? Link = null) : Span;

    /// <summary>Code. It bears no other mark but a link: Jira takes none.</summary>
    public sealed record Code(string Value, string? Link = null) : Span;

    /// <summary>A line break.</summary>
    public sealed record Break : Span;

    /// <summary>A lozenge.</summary>
    public sealed record Status(string Value, StatusColour Colour) : Span;

    /// <summary>A person, who is notified of a new comment.</summary>
    public sealed record Mention(string Id, string Name) : Span;
}

/// <summary>Marks that may stand together.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Strong = 1,
    Em = 2,
    Strike = 4,
}

/// <summary>The colours that Jira has for a lozenge, as far as they are used.</summary>
internal enum StatusColour
{
    Yellow,
    Green,
    Red,
}
