namespace Planner.Core.Opinions;

/// <summary>Which local id of an opinion became which id of the plan. Kept between re-plans, so that an id once given stays.</summary>
/// <param name="Decisions">From <c>database/return-states</c> to <c>TD001</c>.</param>
/// <param name="Questions">From <c>api/who-may-see</c> to <c>Q001</c>.</param>
public sealed record LocalIds(IReadOnlyDictionary<string, string> Decisions, IReadOnlyDictionary<string, string> Questions)
{
    /// <summary>Nothing was given an id yet.</summary>
    public static LocalIds None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
}
