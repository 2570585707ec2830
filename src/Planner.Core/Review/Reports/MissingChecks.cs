namespace Planner.Core.Review.Reports;

/// <summary>Why a check of the list of sixteen has no result: what it needs is not at hand in a review without I/O.</summary>
internal static class MissingChecks
{
    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["Q4"] = "Needs a PostgreSQL grammar or a scratch server to apply and undo the migrations; none is configured.",
    };

    public static string Reason(string id) => Reasons.GetValueOrDefault(id, "No such check is part of this version.");
}
