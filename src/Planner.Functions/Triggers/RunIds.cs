using System.Text.RegularExpressions;
using Planner.Core.Tickets;

namespace Planner.Functions.Triggers;

/// <summary>Ids of runs that were asked for over HTTP: <c>{KEY}-api-{Idempotency-Key}</c>.</summary>
internal static partial class RunIds
{
    /// <summary>The id, or null where the ticket's key or the client's own key is no such thing.</summary>
    public static string? OfRequest(string ticket, string? idempotencyKey)
    {
        var key = string.IsNullOrEmpty(idempotencyKey) ? Guid.NewGuid().ToString("N") : idempotencyKey;
        return TicketKey.IsValid(ticket) && Key().IsMatch(key) ? $"{ticket}-api-{key}" : null;
    }

    [GeneratedRegex("^[A-Za-z0-9-]{1,64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
