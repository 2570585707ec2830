namespace Planner.Codebase.Sql;

/// <summary>
/// Splits PostgreSQL's SQL into tokens; comments are dropped, dollar quotes are one token. Brackets and backticks of other
/// databases are read as quotes where they stand as such. Never fails: an open quote ends with the text.
/// </summary>
internal ref struct SqlTokenizer(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int line = 1;

    public static List<SqlToken> All(ReadOnlySpan<char> text)
    {
        var tokens = new List<SqlToken>();
        var tokenizer = new SqlTokenizer(text);
        while (tokenizer.TryNext(out var token))
        {
            tokens.Add(token);
        }

        return tokens;
    }

    private bool TryNext(out SqlToken token)
    {
        SkipBlanks();
        token = default;
        if (at >= text.Length)
        {
            return false;
        }

        var c = text[at];
        token = c switch
        {
            '\'' => Quoted(SqlTokenKind.Text, '\''),
            '"' => Quoted(SqlTokenKind.Quoted, '"'),
            '`' => Quoted(SqlTokenKind.Quoted, '`'),
            '[' when IsBracketName() => Quoted(SqlTokenKind.Quoted, ']'),
            '$' when DollarTag() is { Length: > 0 } tag => Dollar(tag),
            _ when char.IsLetter(c) || c == '_' => Word(),
            _ when char.IsAsciiDigit(c) => Number(),
            _ => Symbol(),
        };
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')
            {
                Advance(1);
            }
            else if (text[at..].StartsWith("--"))
            {
                var end = text[at..].IndexOf('\n');
                at = end < 0 ? text.Length : at + end;
            }
            else if (text[at..].StartsWith("/*"))
            {
                SkipComment();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>In PostgreSQL these nest.</summary>
    private void SkipComment()
    {
        var depth = 0;
        do
        {
            if (text[at..].StartsWith("/*"))
            {
                depth++;
                Advance(2);
            }
            else if (text[at..].StartsWith("*/"))
            {
                depth--;
                Advance(2);
            }
            else
            {
                Advance(1);
            }
        }
        while (depth > 0 && at < text.Length);
    }

    private SqlToken Quoted(SqlTokenKind kind, char close)
    {
        var (start, first) = (at, line);
        Advance(1);
        var body = at;
        while (at < text.Length)
        {
            if (text[at] != close)
            {
                Advance(1);
            }
            else if (close != ']' && at + 1 < text.Length && text[at + 1] == close)
            {
                Advance(2);
            }
            else
            {
                break;
            }
        }

        var inner = text[body..at].ToString();
        Advance(1);
        return new SqlToken(kind, close == ']' ? inner : inner.Replace($"{close}{close}", $"{close}", StringComparison.Ordinal), first, start, at);
    }

    private readonly bool IsBracketName()
    {
        var end = text[at..].IndexOf(']');
        return end > 1 && (char.IsLetter(text[at + 1]) || text[at + 1] == '_') && (at == 0 || text[at - 1] is '.' or '(' || char.IsWhiteSpace(text[at - 1]));
    }

    private readonly ReadOnlySpan<char> DollarTag()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end < text.Length && text[end] == '$' && !char.IsAsciiDigit(text[at + 1]) ? text[at..(end + 1)] : default;
    }

    private SqlToken Dollar(ReadOnlySpan<char> tag)
    {
        var (start, first) = (at, line);
        var body = at + tag.Length;
        var length = text[body..].IndexOf(tag);
        length = length < 0 ? text.Length - body : length;
        var inner = text.Slice(body, length).ToString();
        Advance(Math.Min(text.Length, body + length + tag.Length) - at);
        return new SqlToken(SqlTokenKind.Text, inner, first, start, at);
    }

    private SqlToken Word()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '$'))
        {
            at++;
        }

        return new SqlToken(SqlTokenKind.Word, text[start..at].ToString().ToLowerInvariant(), line, start, at);
    }

    private SqlToken Number()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        return new SqlToken(SqlTokenKind.Number, text[start..at].ToString(), line, start, at);
    }

    private SqlToken Symbol()
    {
        at++;
        return new SqlToken(SqlTokenKind.Symbol, text[(at - 1)..at].ToString(), line, at - 1, at);
    }

    private void Advance(int count)
    {
        var end = Math.Min(text.Length, at + count);
        line += text[at..end].Count('\n');
        at = end;
    }
}
