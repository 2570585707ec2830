namespace Planner.Codebase.Sql;

/// <summary>The columns of a view as far as its SELECT list names them.</summary>
internal static class ViewColumns
{
    /// <summary>Stands before SELECT; with a common table expression in front, nothing is told.</summary>
    public static IReadOnlyList<string> Of(SqlCursor cursor)
    {
        if (!cursor.Take("select"))
        {
            return [];
        }

        var columns = new List<string>();
        string? last = null;
        while (!cursor.AtEnd && !cursor.Current.IsWord("from") && !cursor.Is(')'))
        {
            if (cursor.Is('('))
            {
                cursor.Parenthesised();
                last = null;
                continue;
            }

            if (cursor.TakeSymbol(','))
            {
                Keep(columns, last);
                last = null;
                continue;
            }

            last = cursor.Current.IsName ? cursor.Current.Text : cursor.Is('.') ? last : null;
            cursor.Next();
        }

        Keep(columns, last);
        return columns;
    }

    private static void Keep(List<string> columns, string? name)
    {
        if (name is not null)
        {
            columns.Add(name);
        }
    }
}
