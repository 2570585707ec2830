namespace Planner.Core.LanguageModels;

/// <summary>What may be spent on calls of models. A limit that is reached ends calling, and the rules go on in the model's place.</summary>
public sealed record ModelBudget
{
    /// <summary>No limits.</summary>
    public static ModelBudget None { get; } = new();

    /// <summary>For one run.</summary>
    public SpendingLimit Run { get; init; } = SpendingLimit.None;

    /// <summary>For a day, by UTC, of all runs that share a store.</summary>
    public SpendingLimit Day { get; init; } = SpendingLimit.None;

    /// <summary>For a calendar month, by UTC, of all runs of a Jira project that share a store; by the project's key.</summary>
    public IReadOnlyDictionary<string, SpendingLimit> Projects { get; init; } = new Dictionary<string, SpendingLimit>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The most that may be spent, each null where there is no such limit.</summary>
/// <param name="Usd">US dollars. 0 or more; 0 leaves room for no call that costs.</param>
/// <param name="Tokens">Tokens sent and received. 0 or more; 0 leaves room for none.</param>
public sealed record SpendingLimit(decimal? Usd, long? Tokens)
{
    /// <summary>No limit.</summary>
    public static SpendingLimit None { get; } = new(null, null);

    /// <summary>The tighter of two, figure by figure.</summary>
    public SpendingLimit And(SpendingLimit other) => new(Least(Usd, other.Usd), Least(Tokens, other.Tokens));

    private static T? Least<T>(T? one, T? other)
        where T : struct, IComparable<T> => one is { } a && other is { } b ? (a.CompareTo(b) <= 0 ? a : b) : one ?? other;
}
