using System.Text.RegularExpressions;

namespace Planner.Core.Tickets;

/// <summary>What a ticket key may be: it becomes part of paths and ids, so nothing else passes.</summary>
public static partial class TicketKey
{
    /// <summary>Longest key.</summary>
    public const int MaxLength = 64;

    /// <summary>True for keys like <c>SHOP-101</c>.</summary>
    public static bool IsValid(string? key) => key is { Length: > 0 and <= MaxLength } && Shape().IsMatch(key);

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
