using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Types of which the ticket's lists say what becomes of them ("`OrderService`: an order tells …").</summary>
internal static partial class NamedParts
{
    /// <summary>True where the ticket's lists say what becomes of a type.</summary>
    public static bool Tells(TicketFacts brief, TypeFact type) => Of(brief).Any(p => p.Types.Contains(type));

    /// <summary>Items of the description, outside criteria and what is out of scope, that name types and then say something of them.</summary>
    public static IEnumerable<(List<TypeFact> Types, string Text)> Of(TicketFacts brief)
    {
        var heading = "";
        foreach (var line in brief.Ticket.Description.Split('\n').Select(l => l.Trim()))
        {
            heading = line.StartsWith('#') ? line : heading;
            if (Item().IsMatch(line) && Colon().Matches(line).LastOrDefault() is { } colon && Touching().IsMatch(heading) && !Outside().IsMatch(heading))
            {
                yield return ([.. brief.Needs.KnownTypes.Where(t => !brief.Files.IsTest(t.File) && Words.NamesType(line[..(colon.Index + 1)], t.Name))], line[
                    (colon.Index + colon.Length)..]);
            }
        }
    }

    [GeneratedRegex(@"\A[-*]\s", RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    /// <summary>The end of the names; a ticket that makes them may be told behind.</summary>
    [GeneratedRegex("`( (of|from|by) [A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17})?: ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Colon();

    [GeneratedRegex("touch|affect|existing|change|impact|modif", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Touching();

    [GeneratedRegex("out of scope|not in scope|criteria|open|constraint", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Outside();
}
