using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Sql;

/// <summary>Reads a column's definition with the constraints that stand in it.</summary>
internal static class ColumnReader
{
    private static readonly HashSet<string> AfterType = new(StringComparer.Ordinal)
    {
        "not", "null", "default", "primary", "unique", "references", "check", "constraint", "generated", "collate", "storage", "compression", "deferrable",
        "initially", "identity", "on", "using",
    };

    /// <summary>Stands behind the name and ends before the comma.</summary>
    public static void Read(SqlCursor cursor, string name, TableDraft table)
    {
        var type = Type(cursor);
        var column = new ColumnFact(name, type, Nullable: true);
        var constraint = "";
        while (!cursor.AtEnd && !cursor.Is(',') && !cursor.Is(')'))
        {
            if (cursor.Take("constraint"))
            {
                constraint = cursor.Name() ?? "";
                continue;
            }

            column = Constraint(cursor, column, constraint, table);
        }

        table.Columns.Add(column with { Nullable = column.Nullable && !type.Contains("serial", StringComparison.Ordinal) });
    }

    public static string Type(SqlCursor cursor)
    {
        var from = cursor.Position;
        while (!cursor.AtEnd && !cursor.Is(',') && !cursor.Is(')') && !AfterType.Contains(cursor.Current.Kind == SqlTokenKind.Word ? cursor.Current.Text : ""))
        {
            if (cursor.Is('('))
            {
                cursor.Parenthesised();
            }
            else
            {
                cursor.Next();
            }
        }

        return cursor.TextBetween(from, cursor.Position).ToLowerInvariant();
    }

    private static ColumnFact Constraint(SqlCursor cursor, ColumnFact column, string constraint, TableDraft table)
    {
        if (cursor.Take("not", "null"))
        {
            return column with { Nullable = false };
        }

        if (cursor.Take("default"))
        {
            return column with { Default = Expression(cursor) };
        }

        if (cursor.Take("primary", "key"))
        {
            table.PrimaryKey.Add(column.Name);
            return column with { Nullable = false };
        }

        if (cursor.Take("unique"))
        {
            table.Indexes.Add(new IndexFact(Named(constraint, $"{table.Name.Name}_{column.Name}_key"), [column.Name], Unique: true));
        }
        else if (cursor.Take("references"))
        {
            ConstraintReader.Reference(cursor, Named(constraint, $"{table.Name.Name}_{column.Name}_fkey"), [column.Name], table);
        }
        else if (cursor.Take("check"))
        {
            table.Checks.Add((Named(constraint, $"{table.Name.Name}_{column.Name}_check"), cursor.Parenthesised()));
        }
        else
        {
            return Other(cursor, column);
        }

        return column;
    }

    private static ColumnFact Other(SqlCursor cursor, ColumnFact column)
    {
        if (cursor.Take("generated"))
        {
            var isIdentity = cursor.Take("always", "as", "identity") || cursor.Take("by", "default", "as", "identity");
            return isIdentity ? column with { Nullable = false } : column;
        }

        if (cursor.Is('('))
        {
            cursor.Parenthesised();
        }
        else
        {
            cursor.Next();
        }

        return column;
    }

    private static string Expression(SqlCursor cursor)
    {
        var from = cursor.Position;
        do
        {
            if (cursor.Is('('))
            {
                cursor.Parenthesised();
            }
            else
            {
                cursor.Next();
            }
        }
        while (!cursor.AtEnd && !cursor.Is(',') && !cursor.Is(')') && !(cursor.Current.Kind == SqlTokenKind.Word && AfterType.Contains(cursor.Current.Text)));
        return cursor.TextBetween(from, cursor.Position);
    }

    private static string Named(string constraint, string usual) => constraint.Length > 0 ? constraint : usual;
}
