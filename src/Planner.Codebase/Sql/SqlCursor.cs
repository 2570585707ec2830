using System.Text;

namespace Planner.Codebase.Sql;

/// <summary>Walks over the tokens of a statement.</summary>
internal sealed class SqlCursor(SqlStatement statement)
{
    private readonly IReadOnlyList<SqlToken> tokens = statement.Tokens;
    private int at;

    public bool AtEnd => at >= tokens.Count;

    public SqlToken Current => AtEnd ? default : tokens[at];

    public int Position => at;

    public int Line => AtEnd ? 0 : tokens[at].Line;

    public void Next() => at++;

    public void Back(int position) => at = position;

    /// <summary>Takes these words, all or none.</summary>
    public bool Take(params ReadOnlySpan<string> words)
    {
        if (at + words.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!tokens[at + i].IsWord(words[i]))
            {
                return false;
            }
        }

        at += words.Length;
        return true;
    }

    public bool TakeSymbol(char symbol)
    {
        if (AtEnd || tokens[at].Kind != SqlTokenKind.Symbol || !tokens[at].IsSymbol(symbol))
        {
            return false;
        }

        at++;
        return true;
    }

    /// <summary>A name without schema; null where none stands here.</summary>
    public string? Name()
    {
        if (AtEnd || !tokens[at].IsName)
        {
            return null;
        }

        return tokens[at++].Text;
    }

    /// <summary>A name with its schema, <c>public</c> where none is said.</summary>
    public SqlTableName? Table()
    {
        if (Name() is not { } first)
        {
            return null;
        }

        var parts = new List<string> { first };
        while (TakeSymbol('.') && Name() is { } next)
        {
            parts.Add(next);
        }

        return parts.Count == 1
            ? new SqlTableName(SqlTableName.DefaultSchema, first)
            : new SqlTableName(parts[^2] is "dbo" ? SqlTableName.DefaultSchema : parts[^2], parts[^1]);
    }

    /// <summary>Names between parentheses; of each entry the first name, so that <c>placed_at DESC</c> is a column.</summary>
    /// <param name="keepExpressions">Entries like <c>lower(email)</c> count as written, else not at all.</param>
    public IReadOnlyList<string> Names(bool keepExpressions = false)
    {
        var names = new List<string>();
        if (!TakeSymbol('('))
        {
            return names;
        }

        while (!AtEnd && !TakeSymbol(')'))
        {
            var start = at;
            var name = Name();
            var isColumn = name is not null && !Is('(');
            SkipTo(',');
            if (isColumn)
            {
                names.Add(name!);
            }
            else if (keepExpressions)
            {
                names.Add(TextBetween(start, at));
            }

            TakeSymbol(',');
        }

        return names;
    }

    /// <summary>Skips to a symbol or a closing parenthesis on this level.</summary>
    public void SkipTo(char symbol)
    {
        var depth = 0;
        for (; !AtEnd; at++)
        {
            if (depth == 0 && (Is(symbol) || Is(')')))
            {
                return;
            }

            depth += Is('(') ? 1 : Is(')') ? -1 : 0;
        }
    }

    /// <summary>The text between parentheses, on one line; empty where none stand here.</summary>
    public string Parenthesised()
    {
        if (!TakeSymbol('('))
        {
            return "";
        }

        var from = at;
        SkipTo(')');
        var text = TextBetween(from, at);
        TakeSymbol(')');
        return text;
    }

    /// <summary>The source between two positions, with blanks and line ends as single spaces.</summary>
    public string TextBetween(int from, int to)
    {
        if (from >= to)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            if (i > from && tokens[i].Start > tokens[i - 1].End)
            {
                text.Append(' ');
            }

            text.Append(statement.Source, tokens[i].Start, tokens[i].End - tokens[i].Start);
        }

        return text.ToString();
    }

    public bool Is(char symbol) => !AtEnd && tokens[at].IsSymbol(symbol);
}

/// <summary>A table's schema and name.</summary>
internal readonly record struct SqlTableName(string Schema, string Name)
{
    public const string DefaultSchema = "public";
}
