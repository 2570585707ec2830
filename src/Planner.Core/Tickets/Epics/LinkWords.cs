using System.Text.RegularExpressions;

namespace Planner.Core.Tickets.Epics;

/// <summary>Which of two linked tickets comes first, by the words of the link. Teams name their link types as they like.</summary>
internal static partial class LinkWords
{
    /// <summary>True where "this {relation} that" says that this one comes after that one.</summary>
    public static bool ComesAfter(string relation) => After().IsMatch(relation) && !Before().IsMatch(relation);

    /// <summary>True where it says that this one comes before.</summary>
    public static bool ComesBefore(string relation) => Before().IsMatch(relation);

    [GeneratedRegex(
        @"\b(blocked by|depends|dependent on|depending on|requires|needs|waits for|waiting for|done after|follows|preceded by|builds on|wird blockiert"
            + @"|bloqu\w+ par|bloqueado por|hängt ab)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex After();

    [GeneratedRegex(
        @"\b(blocks|depended (up)?on by|dependency (of|for)|(required|needed) (by|for)|done before|precedes|followed by|prerequisite|enables|unblocks"
            + @"|blockiert$|bloque$|bloquea)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Before();
}
