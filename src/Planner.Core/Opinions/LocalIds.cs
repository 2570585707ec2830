namespace Planner.Core.Opinions;

/// <summary>What was given which id of the plan. Kept between re-plans, so that an id once given stays, and so does the letter of an option.</summary>
/// <param name="Decisions">From local ids like <c>database/return-states</c> to <c>TD001</c>: references of opinions are resolved by it.</param>
/// <param name="Questions">From <c>api/who-may-see</c> to <c>Q001</c>.</param>
public sealed record LocalIds(IReadOnlyDictionary<string, string> Decisions, IReadOnlyDictionary<string, string> Questions)
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Nothing was given an id yet.</summary>
    public static LocalIds None { get; } = new(Nothing, Nothing);

    /// <summary>From the key of a decision to its id in the plan; empty in what was stored before there were keys.</summary>
    public IReadOnlyDictionary<string, string> DecisionKeys { get; init; } = Nothing;

    /// <summary>From the key of a question to its id in the plan; empty in what was stored before there were keys.</summary>
    public IReadOnlyDictionary<string, string> QuestionKeys { get; init; } = Nothing;

    /// <summary>True where an id was given to a key; one that was given to a wording alone may have got a key since.</summary>
    internal static bool HasKey(IReadOnlyDictionary<string, string> keys, string id) =>
        keys.Any(k => k.Value == id && TopicKey.Parse(k.Key) is { IsWording: false });

    /// <summary>From a decision's id and an option's key, like <c>TD001/outbox</c>, to the letter that people know.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = Nothing;
}
