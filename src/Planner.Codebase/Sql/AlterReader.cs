namespace Planner.Codebase.Sql;

/// <summary>Applies ALTER TABLE, ALTER INDEX … RENAME and DROP.</summary>
internal static class AlterReader
{
    public static void Alter(SqlCursor cursor, SchemaDraft schema)
    {
        if (!cursor.Take("table"))
        {
            return;
        }

        cursor.Take("if", "exists");
        cursor.Take("only");
        if (cursor.Table() is not { } name || schema.Find(name) is not { } table)
        {
            return;
        }

        while (!cursor.AtEnd)
        {
            Action(cursor, table, schema);
            cursor.SkipTo(',');
            if (!cursor.TakeSymbol(','))
            {
                cursor.Next();
            }
        }
    }

    public static void Drop(SqlCursor cursor, SchemaDraft schema)
    {
        cursor.Take("materialized");
        var isTable = cursor.Take("table") || cursor.Take("view");
        var isSchema = !isTable && cursor.Take("schema");
        var isIndex = !isTable && !isSchema && cursor.Take("index");
        if (!isTable && !isSchema && !isIndex)
        {
            return;
        }

        cursor.Take("concurrently");
        cursor.Take("if", "exists");
        do
        {
            if (cursor.Table() is not { } name)
            {
                return;
            }

            if (isTable)
            {
                schema.Drop(name);
            }
            else if (isSchema)
            {
                schema.DropSchema(name.Name);
            }
            else
            {
                schema.DropIndex(name.Name);
            }
        }
        while (cursor.TakeSymbol(','));
    }

    private static void Action(SqlCursor cursor, TableDraft table, SchemaDraft schema)
    {
        if (cursor.Take("add"))
        {
            Add(cursor, table);
        }
        else if (cursor.Take("drop"))
        {
            DropPart(cursor, table);
        }
        else if (cursor.Take("rename"))
        {
            Rename(cursor, table, schema);
        }
        else if (cursor.Take("alter"))
        {
            cursor.Take("column");
            Change(cursor, table);
        }
        else if (cursor.Take("set", "schema") && cursor.Name() is { } target)
        {
            schema.Move(table, table.Name with { Schema = target });
        }
    }

    private static void Add(SqlCursor cursor, TableDraft table)
    {
        var isColumn = cursor.Take("column");
        cursor.Take("if", "not", "exists");
        if (!isColumn && ConstraintReader.TryRead(cursor, table))
        {
            return;
        }

        if (cursor.Name() is { } column && !table.Columns.Exists(c => TableDraft.Same(c.Name, column)))
        {
            ColumnReader.Read(cursor, column, table);
        }
    }

    private static void DropPart(SqlCursor cursor, TableDraft table)
    {
        var isConstraint = cursor.Take("constraint");
        cursor.Take("column");
        cursor.Take("if", "exists");
        if (cursor.Name() is not { } name)
        {
            return;
        }

        if (isConstraint)
        {
            table.DropConstraint(name);
        }
        else
        {
            table.DropColumn(name);
        }
    }

    private static void Rename(SqlCursor cursor, TableDraft table, SchemaDraft schema)
    {
        if (cursor.Take("to") && cursor.Name() is { } renamed)
        {
            schema.Move(table, table.Name with { Name = renamed });
            return;
        }

        if (cursor.Take("constraint"))
        {
            return;
        }

        cursor.Take("column");
        if (cursor.Name() is { } from && cursor.Take("to") && cursor.Name() is { } to)
        {
            table.RenameColumn(from, to);
        }
    }

    private static void Change(SqlCursor cursor, TableDraft table)
    {
        if (cursor.Name() is not { } column)
        {
            return;
        }

        if (cursor.Take("set", "not", "null"))
        {
            table.Change(column, c => c with { Nullable = false });
        }
        else if (cursor.Take("drop", "not", "null"))
        {
            table.Change(column, c => c with { Nullable = true });
        }
        else if (cursor.Take("drop", "default"))
        {
            table.Change(column, c => c with { Default = null });
        }
        else if (cursor.Take("set", "default"))
        {
            var from = cursor.Position;
            cursor.SkipTo(',');
            var value = cursor.TextBetween(from, cursor.Position);
            table.Change(column, c => c with { Default = value });
        }
        else if (cursor.Take("type") || cursor.Take("set", "data", "type"))
        {
            var type = ColumnReader.Type(cursor);
            table.Change(column, c => c with { Type = type });
        }
    }
}
