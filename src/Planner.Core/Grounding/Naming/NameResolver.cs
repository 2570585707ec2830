using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Naming;

/// <summary>What a name turned out to be; nothing found where there is no such thing.</summary>
internal readonly record struct Resolution(MentionKind Kind, IReadOnlyList<string> Found)
{
    public static Resolution Nothing { get; } = new(MentionKind.Unknown, []);

    public bool IsFound => Found.Count > 0;
}

/// <summary>Tells what a name in a ticket means in the code base.</summary>
internal sealed class NameResolver(NameIndex index)
{
    public Resolution Resolve(FoundName name)
    {
        var declared = Declared(name);
        if (declared.IsFound || name.Shape is NameShape.Endpoint or NameShape.Path or NameShape.Dotted or NameShape.Word)
        {
            return declared;
        }

        // Constraints, settings, private members and the like are declared nowhere that was read, but they stand in files.
        return First((MentionKind.Member, index.Holders(name.Text)));
    }

    private Resolution Declared(FoundName name) => name.Shape switch
    {
        NameShape.Endpoint => First((MentionKind.Endpoint, index.Endpoints(name.Text)), (MentionKind.File, index.Files(name.Text))),
        NameShape.Path => First((MentionKind.File, index.Files(name.Text))),
        NameShape.Dotted => Dotted(name.Text),
        NameShape.Word when !name.IsMarked => Resolution.Nothing,
        NameShape.Word or NameShape.Snake => First(
            (MentionKind.Table, Table(name.Text)),
            (MentionKind.Type, index.Types(name.Text)),
            (MentionKind.Column, index.Columns(name.Text)),
            (MentionKind.Member, index.Members(name.Text))),
        _ => First(
            (MentionKind.Type, index.Types(name.Text)),
            (MentionKind.Table, Table(name.Text)),
            (MentionKind.Member, index.Members(name.Text)),
            (MentionKind.File, index.Spaces(name.Text)),
            (MentionKind.Member, name.Shape == NameShape.Camel ? index.Members(char.ToUpperInvariant(name.Text[0]) + name.Text[1..]) : [])),
    };

    private static Resolution First(params ReadOnlySpan<(MentionKind Kind, IReadOnlyList<string> Found)> answers)
    {
        foreach (var (kind, found) in answers)
        {
            if (found.Count > 0)
            {
                return new Resolution(kind, found);
            }
        }

        return Resolution.Nothing;
    }

    private Resolution Dotted(string text)
    {
        var cut = text.LastIndexOf('.');
        var (owner, part) = (text[..cut], text[(cut + 1)..]);
        if (index.Table(owner) is { } table && NameIndex.HasColumn(table, part))
        {
            return new Resolution(MentionKind.Column, [$"{table.FullName}.{part.ToLowerInvariant()}"]);
        }

        return First(
            (MentionKind.Table, Table(text)),
            (MentionKind.Member, index.Members(part, owner[(owner.LastIndexOf('.') + 1)..])),
            (MentionKind.Type, index.Types(part)),
            (MentionKind.File, index.Spaces(text)));
    }

    private IReadOnlyList<string> Table(string name) => index.Table(name) is { } table ? [table.FullName] : [];
}
