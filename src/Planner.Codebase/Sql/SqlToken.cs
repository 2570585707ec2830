namespace Planner.Codebase.Sql;

/// <summary>What a token is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A word or plain identifier; its text is lower case.</summary>
    Word,

    /// <summary>A quoted identifier without its quotes.</summary>
    Quoted,

    /// <summary>A string or a dollar-quoted body.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Anything else, one character.</summary>
    Symbol,
}

/// <summary>A token and where it stands: <paramref name="Start"/> and <paramref name="End"/> count characters.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Line, int Start, int End)
{
    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text == word;

    public bool IsSymbol(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted;
}
