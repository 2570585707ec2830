namespace Planner.Core.Tickets;

/// <summary>What to say about keys that are none.</summary>
public static class TicketKeys
{
    /// <summary>One line that shows a bad key safely and what a good one looks like.</summary>
    public static string Bad(string key)
    {
        var shown = TicketText.Line(key);
        return $"'{(shown.Length <= 60 ? shown : shown[..60] + "…")}' is no Jira key: it must look like SHOP-101, capital letters, a hyphen and a number.";
    }
}
