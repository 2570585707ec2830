using Planner.Core.Opinions;

namespace Planner.Core.Decisions;

/// <summary>What the deadline takes when nobody answered.</summary>
/// <param name="Option">The option's id.</param>
/// <param name="Rationale">Why that one.</param>
public sealed record ProvisionalChoice(string Option, string Rationale)
{
    /// <summary>Who is named as having decided.</summary>
    public const string DecidedBy = "deadline policy";

    /// <summary>The recommended option, unless it is hard to reverse and a more reversible one exists: then the most reversible, the first of equals.</summary>
    public static ProvisionalChoice For(Decision decision)
    {
        var recommended = decision.Options.First(o => o.Id == decision.Recommendation);
        var mostReversible = decision.Options.MinBy(o => o.Reversibility)!;
        return recommended.Reversibility == Reversibility.Hard && mostReversible.Reversibility < Reversibility.Hard
            ? new(mostReversible.Id, Cautious(recommended, mostReversible))
            : new(recommended.Id, Recommended(recommended));
    }

    /// <summary>The decision as the deadline settled it.</summary>
    public SettledDecision Settle(Decision decision, DateTimeOffset at, DateTimeOffset deadline) => new()
    {
        Decision = decision,
        Status = DecisionStatus.Provisional,
        Option = Option,
        Rationale = Rationale,
        DecidedBy = DecidedBy,
        Timestamp = at,
        Deadline = deadline,
    };

    private static string Recommended(DecisionOption option) =>
        $"Nobody answered before the deadline; option {option.Id} is the recommended one and is {Word(option.Reversibility)} to reverse.";

    private static string Cautious(DecisionOption recommended, DecisionOption chosen) =>
        $"Nobody answered before the deadline; the recommended option {recommended.Id} is hard to reverse, so option {chosen.Id}, which is "
            + $"{Word(chosen.Reversibility)} to reverse, stands until people decide.";

    private static string Word(Reversibility reversibility) => reversibility switch
    {
        Reversibility.Easy => "easy",
        Reversibility.Medium => "moderately hard",
        Reversibility.Hard => "hard",
        _ => throw new ArgumentOutOfRangeException(nameof(reversibility)),
    };
}
