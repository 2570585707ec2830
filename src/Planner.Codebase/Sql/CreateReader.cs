using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Sql;

/// <summary>Applies CREATE statements.</summary>
internal static class CreateReader
{
    private static readonly string[] Before = ["or", "replace", "global", "local", "temporary", "temp", "unlogged", "recursive", "materialized", "foreign"];

    public static void Apply(SqlCursor cursor, string file, SchemaDraft schema)
    {
        var line = cursor.Line;
        var temporary = false;
        var unique = false;
        while (cursor.Current.Kind == SqlTokenKind.Word
            && (Before.Contains(cursor.Current.Text, StringComparer.Ordinal) || cursor.Current.Text is "unique" or "clustered" or "nonclustered"))
        {
            temporary |= cursor.Current.Text is "temp" or "temporary";
            unique |= cursor.Current.Text is "unique";
            cursor.Next();
        }

        if (cursor.Take("table") && !temporary)
        {
            Table(cursor, file, line, schema);
        }
        else if (cursor.Take("view"))
        {
            View(cursor, file, line, schema);
        }
        else if (cursor.Take("index"))
        {
            Index(cursor, unique, schema);
        }
    }

    private static void Table(SqlCursor cursor, string file, int line, SchemaDraft schema)
    {
        cursor.Take("if", "not", "exists");
        if (cursor.Table() is not { } name || schema.Find(name) is not null || name.Name.StartsWith('#'))
        {
            return;
        }

        var table = schema.Add(new TableDraft(name, file, line, isView: false));
        if (cursor.Take("partition", "of") && cursor.Table() is { } parent && schema.Find(parent) is { } partitioned)
        {
            table.Columns.AddRange(partitioned.Columns);
        }
        else if (cursor.TakeSymbol('('))
        {
            Body(cursor, table);
        }
    }

    private static void Body(SqlCursor cursor, TableDraft table)
    {
        while (!cursor.AtEnd && !cursor.TakeSymbol(')'))
        {
            var before = cursor.Position;
            if (!ConstraintReader.TryRead(cursor, table) && cursor.Name() is { } column)
            {
                ColumnReader.Read(cursor, column, table);
            }

            cursor.SkipTo(',');
            cursor.TakeSymbol(',');
            if (cursor.Position == before)
            {
                cursor.Next();
            }
        }
    }

    private static void View(SqlCursor cursor, string file, int line, SchemaDraft schema)
    {
        cursor.Take("if", "not", "exists");
        if (cursor.Table() is not { } name)
        {
            return;
        }

        schema.Drop(name);
        var view = schema.Add(new TableDraft(name, file, line, isView: true));
        var named = cursor.Names();
        while (!cursor.AtEnd && !cursor.Take("as"))
        {
            cursor.Next();
        }

        var columns = named.Count > 0 ? named : ViewColumns.Of(cursor);
        view.Columns.AddRange(columns.Select(c => new ColumnFact(c, "", Nullable: true)));
    }

    private static void Index(SqlCursor cursor, bool unique, SchemaDraft schema)
    {
        cursor.Take("concurrently");
        cursor.Take("if", "not", "exists");
        var name = cursor.Current.IsWord("on") ? "" : cursor.Table()?.Name ?? "";
        if (!cursor.Take("on"))
        {
            return;
        }

        cursor.Take("only");
        if (cursor.Table() is not { } owner || schema.Find(owner) is not { } table)
        {
            return;
        }

        if (cursor.Take("using"))
        {
            cursor.Name();
        }

        var columns = cursor.Names(keepExpressions: true);
        table.Indexes.RemoveAll(i => TableDraft.Same(i.Name, name));
        table.Indexes.Add(new IndexFact(name.Length > 0 ? name : $"{table.Name.Name}_{string.Join('_', columns)}_idx", columns, unique));
    }
}
