namespace Planner.Codebase.Sql;

/// <summary>One statement that changes the schema.</summary>
/// <param name="Source">The text that its tokens count in.</param>
/// <param name="Tokens">Without the semicolon.</param>
internal sealed record SqlStatement(string Source, IReadOnlyList<SqlToken> Tokens)
{
    private const int DeepestBlock = 3;

    /// <summary>The statements of a text that define things; those inside of DO blocks too.</summary>
    public static IReadOnlyList<SqlStatement> Definitions(string text) => [.. Of(text, 0, 0)];

    private static IEnumerable<SqlStatement> Of(string text, int lineOffset, int depth)
    {
        var tokens = SqlTokenizer.All(text);
        var start = 0;
        for (var i = 0; i <= tokens.Count; i++)
        {
            if (i < tokens.Count && !tokens[i].IsSymbol(';') && !IsBatchEnd(tokens, i))
            {
                continue;
            }

            foreach (var statement in Statements(text, tokens[start..i], lineOffset, depth))
            {
                yield return statement;
            }

            start = i + 1;
        }
    }

    /// <summary>GO on a line of its own.</summary>
    private static bool IsBatchEnd(List<SqlToken> tokens, int at) =>
        tokens[at].IsWord("go")
        && (at == 0 || tokens[at - 1].Line < tokens[at].Line)
        && (at + 1 == tokens.Count || tokens[at + 1].Line > tokens[at].Line);

    private static IEnumerable<SqlStatement> Statements(string text, List<SqlToken> tokens, int lineOffset, int depth)
    {
        if (tokens.Count == 0)
        {
            return [];
        }

        if (tokens[0].IsWord("do") && depth < DeepestBlock)
        {
            return tokens.Where(t => t.Kind == SqlTokenKind.Text).SelectMany(t => Of(t.Text, lineOffset + t.Line - 1, depth + 1));
        }

        // In a block, a definition may stand behind BEGIN or THEN.
        var first = depth == 0 ? 0 : tokens.FindIndex(IsDefinition);
        return first >= 0 && IsDefinition(tokens[first])
            ? [new SqlStatement(text, [.. tokens.Skip(first).Select(t => t with { Line = t.Line + lineOffset })])]
            : [];
    }

    private static bool IsDefinition(SqlToken token) =>
        token.Kind == SqlTokenKind.Word && token.Text is "create" or "alter" or "drop";
}
