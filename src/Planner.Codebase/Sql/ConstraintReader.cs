using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Sql;

/// <summary>Reads constraints of a whole table.</summary>
internal static class ConstraintReader
{
    /// <summary>True where one stood here; ends before the comma.</summary>
    public static bool TryRead(SqlCursor cursor, TableDraft table)
    {
        var start = cursor.Position;
        var name = cursor.Take("constraint") ? cursor.Name() ?? "" : "";
        var found = Key(cursor, name, table) || Other(cursor, name, table);
        if (found || name.Length > 0)
        {
            cursor.SkipTo(',');
            return true;
        }

        cursor.Back(start);
        return false;
    }

    public static void Reference(SqlCursor cursor, string constraint, IReadOnlyList<string> columns, TableDraft table)
    {
        if (cursor.Table() is { } target)
        {
            var full = target.Schema == SqlTableName.DefaultSchema ? target.Name : $"{target.Schema}.{target.Name}";
            table.ForeignKeys.Add((constraint, new ForeignKeyFact(columns, full, cursor.Names())));
        }
    }

    private static bool Key(SqlCursor cursor, string name, TableDraft table)
    {
        if (cursor.Take("primary", "key"))
        {
            SkipToList(cursor);
            table.PrimaryKey.AddRange(cursor.Names());
            return true;
        }

        if (cursor.Take("foreign", "key"))
        {
            var columns = cursor.Names();
            if (cursor.Take("references"))
            {
                Reference(cursor, name.Length > 0 ? name : $"{table.Name.Name}_{string.Join('_', columns)}_fkey", columns, table);
            }

            return true;
        }

        return false;
    }

    private static bool Other(SqlCursor cursor, string name, TableDraft table)
    {
        if (cursor.Take("unique"))
        {
            SkipToList(cursor);
            var columns = cursor.Names();
            if (columns.Count > 0)
            {
                table.Indexes.Add(new IndexFact(name.Length > 0 ? name : $"{table.Name.Name}_{string.Join('_', columns)}_key", columns, Unique: true));
            }

            return true;
        }

        if (cursor.Take("check"))
        {
            table.Checks.Add((name.Length > 0 ? name : $"{table.Name.Name}_check", cursor.Parenthesised()));
            return true;
        }

        return cursor.Take("exclude") || cursor.Take("like");
    }

    private static void SkipToList(SqlCursor cursor)
    {
        while (!cursor.AtEnd && !cursor.Is('(') && !cursor.Is(',') && !cursor.Is(')'))
        {
            cursor.Next();
        }
    }
}
