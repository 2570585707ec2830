using Planner.Core.Grounding.Facts;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding.Naming;

/// <summary>Lists what a ticket names, each name once, in the order in which they first stand there.</summary>
internal sealed class MentionReader
{
    private readonly NameIndex names;
    private readonly NameResolver resolver;
    private readonly Unfound unfound;
    private readonly MissingEndpoints endpoints;
    private readonly List<Mention> mentions = [];

    private MentionReader(NameIndex names, CodebaseIndex index, string ticketType)
    {
        this.names = names;
        resolver = new NameResolver(names);
        unfound = new Unfound(index, names);
        endpoints = new MissingEndpoints(index, ticketType);
    }

    public static IReadOnlyList<Mention> Read(Ticket ticket, TicketLines text, CodebaseIndex index, NameIndex names)
    {
        var reader = new MentionReader(names, index, ticket.Type);
        var tables = StatedColumns.Read(text);
        var listed = tables.SelectMany(t => t.Lines).ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var name in NameFinder.Find(text))
        {
            reader.Take(name, listed.Contains(name.Line));
        }

        foreach (var table in tables)
        {
            reader.Take(table);
        }

        return reader.Settled();
    }

    private void Take(FoundName name, bool inColumnList)
    {
        var resolved = resolver.Resolve(name);
        if (resolved.IsFound)
        {
            var kind = inColumnList && resolved.Kind is not (MentionKind.Table or MentionKind.Type) ? (MentionKind?)null : resolved.Kind;
            if (kind is not null && !IsNewColumnElsewhere(name, resolved))
            {
                Keep(new Mention(name.Text, kind.Value, resolved.Found, IsNew: false) { IsKept = NewNameDetector.IsKept(name) });
            }
        }
        else if (StatedType.IsDeclared(name) && NewColumn(name) is { } declared)
        {
            Keep(declared);
        }
        else if (!inColumnList && (NewNameDetector.IsSaid(name) || !names.IsCommon(name.Text)) && unfound.Kind(name) is { } kind)
        {
            if (kind == MentionKind.Column && NewNameDetector.IsSaid(name) && NewColumn(name) is { } column)
            {
                Keep(column);
                return;
            }

            var isNew = NewNameDetector.IsSaid(name) || (kind == MentionKind.Endpoint && endpoints.IsDemanded(name));
            Keep(new Mention(name.Text, isNew || kind is MentionKind.Endpoint or MentionKind.File ? kind : Looks(kind), [], isNew));
        }
    }

    /// <summary>Only where the words around it say so is a name that was not found called more than unknown.</summary>
    private static MentionKind Looks(MentionKind kind) => kind is MentionKind.Table or MentionKind.Column ? kind : MentionKind.Unknown;

    /// <summary>"Add a column `status` to `order_items`" makes a column there, though `orders` has one of that name.</summary>
    private bool IsNewColumnElsewhere(FoundName name, Resolution resolved)
    {
        if (resolved.Kind != MentionKind.Column
            || name.Text.Contains('.', StringComparison.Ordinal)
            || !NewNameDetector.IsSaid(name)
            || !NewNameDetector.SpeaksOfColumns(name))
        {
            return false;
        }

        if (NewColumn(name) is not { } column)
        {
            return false;
        }

        Keep(column);
        return true;
    }

    /// <summary>A column to be made in the table that its line speaks of: the last one before it, else the first.</summary>
    private Mention? NewColumn(FoundName name)
    {
        var tables = NameFinder.Find(name.Line).Select(n => (n.At, Table: names.Table(n.Text))).Where(t => t.Table is not null && t.At != name.At).ToList();
        var target = tables.LastOrDefault(t => t.At < name.At).Table ?? tables.FirstOrDefault().Table;
        if (target is null || name.Text.Contains('.', StringComparison.Ordinal) || NameIndex.HasColumn(target, name.Text))
        {
            return null;
        }

        var definition = name.After;
        var end = definition.AsSpan().IndexOfAny('`', ';');
        definition = end > 0 ? definition[..end] : definition;
        var columns = StatedType.At(definition) is { } type
            ? new[] { new ColumnFact(name.Text, type, StatedType.IsNullable(definition), StatedType.Default(definition)) }
            : [];
        return new Mention($"{target.FullName}.{name.Text}", MentionKind.Column, [], IsNew: true) { Columns = columns };
    }

    private void Take(StatedTable stated)
    {
        if (names.Table(stated.Table) is { } existing)
        {
            foreach (var column in stated.Columns.Where(c => !NameIndex.HasColumn(existing, c.Name)))
            {
                Keep(new Mention($"{existing.FullName}.{column.Name}", MentionKind.Column, [], IsNew: true) { Columns = [column] });
            }

            return;
        }

        Keep(new Mention(stated.Table, MentionKind.Table, [], IsNew: true) { Columns = stated.Columns });
    }

    private void Keep(Mention mention)
    {
        var at = mentions.FindIndex(m => m.Text == mention.Text);
        if (at < 0)
        {
            mentions.Add(mention);
            return;
        }

        // What is said once holds for the whole ticket, and the plainer word about its kind wins.
        var known = mentions[at];
        mentions[at] = known with
        {
            Kind = known.Kind == MentionKind.Unknown || mention.Columns.Count > 0 ? mention.Kind : known.Kind,
            IsKept = known.IsKept && mention.IsKept,
            IsNew = known.Found.Count == 0 && (known.IsNew || mention.IsNew),
            Columns = mention.Columns.Count > 0 ? mention.Columns : known.Columns,
        };
    }

    /// <summary>What belongs to a new thing is new with it.</summary>
    private List<Mention> Settled()
    {
        var made = mentions.Where(m => m.IsNew).Select(m => m.Text).ToHashSet(StringComparer.Ordinal);
        var columns = mentions.Where(m => m.IsNew && m.Kind is MentionKind.Table or MentionKind.Column)
            .SelectMany(m => m.Columns.Select(c => c.Name).Append(m.Text[(m.Text.LastIndexOf('.') + 1)..]))
            .ToHashSet(StringComparer.Ordinal);
        return [.. mentions
            .Where(m => m.IsResolved || !columns.Contains(m.Text))
            .Select(m => m.Found.Count == 0 && !m.IsNew && m.Text.LastIndexOf('.') is > 0 and var cut && made.Contains(m.Text[..cut])
            ? m with { IsNew = true, Kind = m.Kind == MentionKind.Unknown ? MentionKind.Member : m.Kind }
            : m)];
    }
}
