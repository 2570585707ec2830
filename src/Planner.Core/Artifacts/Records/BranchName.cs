using Planner.Core.Tickets;

namespace Planner.Core.Artifacts.Records;

/// <summary>The branch for the work on a ticket.</summary>
internal static class BranchName
{
    private const int LongestSlug = 40;

    /// <summary>Like <c>feature/SHOP-101-let-customers-return-items</c>; letters, digits and dashes only.</summary>
    public static string Of(Ticket ticket)
    {
        var words = new string([.. ticket.Summary.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries);
        var slug = words.Aggregate("", (all, word) => all.Length + word.Length < LongestSlug ? $"{all}-{word}" : all);
        return (ticket.Type.Equals("Bug", StringComparison.OrdinalIgnoreCase) ? "fix/" : "feature/") + ticket.Key + slug;
    }
}
