namespace Planner.Core.Tickets;

/// <summary>Keys as people count them: by project, then by number, so that SHOP-10 comes after SHOP-9.</summary>
public sealed class TicketKeyOrder : IComparer<string>
{
    /// <summary>The one order.</summary>
    public static TicketKeyOrder Numbers { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var (a, b) = (Parts(x ?? ""), Parts(y ?? ""));
        var projects = string.CompareOrdinal(a.Project, b.Project);
        return projects != 0 ? projects
            : a.Number.Length != b.Number.Length ? a.Number.Length.CompareTo(b.Number.Length)
            : string.CompareOrdinal(a.Number, b.Number);
    }

    private static (string Project, string Number) Parts(string key)
    {
        var dash = key.LastIndexOf('-');
        return dash < 0 ? (key, "") : (key[..dash], key[(dash + 1)..]);
    }
}
