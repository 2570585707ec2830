using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Completes what the ticket says about tables and columns with what the schema shows, and nothing else.</summary>
internal sealed class SchemaPlanner(TicketFacts brief)
{
    private readonly CheckConstraints guards = new(brief);

    private IReadOnlyList<TableFact> Known => brief.Grounding.Tables;

    public SchemaPlan Plan() => new(
        [.. brief.Needs.Tables.Select(Table)],
        [.. brief.Needs.Columns.Where(c => c.Table is not null)
            .GroupBy(c => c.Table!.FullName, StringComparer.Ordinal)
            .Select(g => Columns(g.First().Table!, [.. g.Select(c => c.Column)]))],
        new Widening(brief).Find(),
        [.. brief.Needs.Columns.Where(c => c.Table is null)]);

    private PlannedTable Table(NewTable asked)
    {
        var typed = asked.Columns.Select(Typed).ToList();
        var key = Key(asked);
        var columns = key is null || typed.Exists(c => c.Name == key.Name) ? typed : [key, .. typed];
        var primary = columns.Exists(c => c.Name == "id") ? ["id"] : Array.Empty<string>();
        var fact = new TableFact
        {
            Schema = asked.Schema,
            Name = asked.Name,
            Columns = [.. columns.Select(c => primary.Contains(c.Name, StringComparer.Ordinal) ? Identity(c, key) : c)],
            PrimaryKey = primary,
            ForeignKeys = [.. columns.Select(References).OfType<ForeignKeyFact>()],
        };
        return new PlannedTable(
            fact,
            guards.Of(fact, fact.Columns),
            Unique(fact),
            [.. asked.Columns.Where(c => Typed(c).Type == "text" && !IsStated(c)).Select(c => c.Name)],
            key is not null && !asked.Columns.Any(c => c.Name == key.Name));
    }

    private PlannedColumns Columns(TableFact table, IReadOnlyList<ColumnFact> asked)
    {
        var columns = asked.Select(Typed).ToList();
        return new PlannedColumns(
            table,
            columns,
            guards.Of(table, columns),
            [.. columns.Select(References).OfType<ForeignKeyFact>()],
            [.. asked.Where(c => Typed(c).Type == "text" && !IsStated(c)).Select(c => c.Name)]);
    }

    private bool IsStated(ColumnFact column) => column.Type.Length > 0 || Twin(column.Name) is not null || Answered(column.Name) is not null;

    /// <summary>The type of the ticket, of an answer, of the key that is referred to, or of a column of that name; else text, and a question.</summary>
    private ColumnFact Typed(ColumnFact column)
    {
        if (column.Type.Length > 0)
        {
            return column;
        }

        var referred = Parent(column.Name) is { } parent ? parent.Columns.First(c => c.Name == parent.PrimaryKey[0]).Type : null;
        return column with { Type = Answered(column.Name) ?? referred ?? Twin(column.Name)?.Type ?? "text" };
    }

    private string? Answered(string column) => brief.Answers
        .Where(a => a.Question.Text.Contains($"`{column}`", StringComparison.Ordinal))
        .Select(a => a.Answer.Trim().Trim('`').ToLowerInvariant())
        .FirstOrDefault(Sql.IsType);

    private ColumnFact? Twin(string column) => Known.Where(t => !t.IsView).SelectMany(t => t.Columns).FirstOrDefault(c => c.Name == column);

    /// <summary>The key that most tables of the schema have, or null where they have none in common.</summary>
    private ColumnFact? Key(NewTable asked)
    {
        var keyed = Known.Where(t => !t.IsView && t.PrimaryKey is ["id"]).ToList();
        return keyed.Count > 0 && keyed.Count * 2 >= Known.Count(t => !t.IsView)
            ? keyed[0].Columns.FirstOrDefault(c => c.Name == "id")
            : null;
    }

    private static ColumnFact Identity(ColumnFact column, ColumnFact? key) => Sql.BaseName(column.Type) switch
    {
        "uuid" => column with { Nullable = false, Default = column.Default ?? "gen_random_uuid()" },
        "bigint" or "integer" or "int" => column with { Nullable = false, Default = "generated always as identity" },
        _ => column with { Nullable = false, Default = column.Default ?? key?.Default },
    };

    private ForeignKeyFact? References(ColumnFact column) =>
        Parent(column.Name) is { } parent ? new ForeignKeyFact([column.Name], parent.FullName, parent.PrimaryKey) : null;

    /// <summary>The table that a column called <c>order_id</c> refers to; its key has one column.</summary>
    private TableFact? Parent(string column)
    {
        var stem = column.EndsWith("_id", StringComparison.Ordinal) ? column[..^3] : null;
        return stem is null
            ? null
            : Known.Where(t => !t.IsView && t.PrimaryKey.Count == 1 && Words.Singular(t.Name) == stem).OrderBy(t => t.FullName.Length).FirstOrDefault();
    }

    private List<IndexFact> Unique(TableFact table) =>
        [.. table.Columns
            .Where(c => c.Name != "id" && brief.LinesWith("unique").Any(l => Words.Names(l, c.Name) && Near(l, c.Name)))
            .Select(c => Together(table, c.Name))
            .Select(c => new IndexFact($"ux_{table.Name}_{string.Join('_', c)}", c, Unique: true))];

    /// <summary>"unique together with `order_item_id`".</summary>
    private IReadOnlyList<string> Together(TableFact table, string column)
    {
        var line = brief.LinesWith("unique").First(l => Words.Names(l, column) && Near(l, column));
        var at = line.IndexOf("unique together with", StringComparison.OrdinalIgnoreCase);
        var other = at < 0
            ? null
            : table.Columns.FirstOrDefault(c => c.Name != column && line[(at + 20)..].TrimStart(' ', '`').StartsWith(c.Name, StringComparison.Ordinal))?.Name;
        return other is null ? [column] : [column, other];
    }

    /// <summary>"unique" counts for the column that it stands next to, not for all of its line.</summary>
    private static bool Near(string line, string column)
    {
        var at = line.IndexOf(column, StringComparison.OrdinalIgnoreCase) + column.Length;
        var rest = line[at..];
        var end = rest.IndexOfAny([',', '.']);
        return Words.Names(end < 0 ? rest : rest[..end], "unique");
    }
}
