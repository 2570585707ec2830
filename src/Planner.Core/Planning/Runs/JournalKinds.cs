namespace Planner.Core.Planning.Runs;

/// <summary>The kinds of journal entries, and how places in the story are read from their ids.</summary>
public static class JournalKinds
{
    /// <summary>Something began.</summary>
    public const string Status = "status";

    /// <summary>Something was done.</summary>
    public const string Progress = "progress";

    /// <summary>Something about a decision.</summary>
    public const string Decision = "decision";

    /// <summary>True for what calls of models took so far: the last such entry of a run holds.</summary>
    public static bool IsSpending(string entryId) => Place(entryId) == JournalOrder.Spending;

    /// <summary>The place in the story that an entry's id starts with, like <c>3.1.02</c>: stage, round, seat.</summary>
    public static string Place(string entryId) => entryId[..Math.Max(0, entryId.IndexOf('|', StringComparison.Ordinal))];
}
