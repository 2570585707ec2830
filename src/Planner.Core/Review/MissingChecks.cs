namespace Planner.Core.Review;

/// <summary>Why a check of the list of sixteen has no result: what it needs is not at hand in a review without I/O.</summary>
internal static class MissingChecks
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Q4"] = "Needs a PostgreSQL grammar or a scratch server to apply and undo the migrations; none is configured.",
        ["Q5"] = "No contract file is among the artifacts, so there is nothing to compare.",
        ["Q16"] = "The manifest is written after the review, so it cannot be judged here.",
    };

    public static string Reason(string id) => Reasons.GetValueOrDefault(id, "No such check is part of this version.");
}
