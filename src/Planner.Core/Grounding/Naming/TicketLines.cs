using System.Text.RegularExpressions;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding.Naming;

/// <summary>A line of a ticket and what stands around it.</summary>
/// <param name="Text">As written, without web addresses.</param>
/// <param name="Heading">The heading it stands under, or the line ending in a colon that its list hangs on.</param>
/// <param name="Fence">The language of the code block it is in, empty where none is said; null outside.</param>
/// <param name="IsCriterion">It says what must hold.</param>
internal sealed partial record TicketLine(string Text, string Heading, string? Fence, bool IsCriterion)
{
    /// <summary>A line that a program wrote: it names whatever ran at the time, and only the requests in it tell where to look.</summary>
    public bool IsLog => LogStart().IsMatch(Text);

    public bool IsTableRow => Fence is null && Text.TrimStart().StartsWith('|');

    [GeneratedRegex(@"\A[\s>\[(]*(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[T ])?[0-9]{2}:[0-9]{2}:[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex LogStart();
}

/// <summary>A ticket as lines.</summary>
internal sealed partial class TicketLines
{
    private const int LongestLine = 4_000;

    private TicketLines(IReadOnlyList<TicketLine> lines) => Lines = lines;

    public IReadOnlyList<TicketLine> Lines { get; }

    public static TicketLines Of(Ticket ticket, FrozenCriteria criteria)
    {
        var lines = new List<TicketLine> { new(WithoutLinks(ticket.Summary), "", null, false) };
        lines.AddRange(Description(ticket.Description));
        lines.AddRange(criteria.Items
            .Where(c => !criteria.Derived && !ticket.Description.Contains(c.Text, StringComparison.Ordinal))
            .SelectMany(c => c.Text.Split('\n'))
            .Select(t => new TicketLine(WithoutLinks(t), "", null, true)));
        return new TicketLines(lines);
    }

    private static IEnumerable<TicketLine> Description(string description)
    {
        var (heading, lead) = ("", "");
        var above = new List<(int Level, string Text)>();
        string? fence = null;
        foreach (var line in description.Split('\n'))
        {
            var text = line.TrimEnd('\r');
            var trimmed = text.TrimStart();
            if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
            {
                fence = fence is null ? trimmed[3..].Trim().ToLowerInvariant() : null;
                continue;
            }

            if (fence is null && Heading().Match(trimmed) is { Success: true } match)
            {
                (heading, lead) = (Under(above, match), "");
            }

            var around = lead.Length > 0 ? $"{heading} {lead}" : heading;
            if (!OutOfScope().IsMatch(heading))
            {
                yield return new TicketLine(WithoutLinks(text), around, fence, Criteria().IsMatch(heading));
            }

            lead = NextLead(trimmed, lead);
        }
    }

    /// <summary>A heading with those above it, so that "Service" under "New parts" is about new parts; the title says too much to count.</summary>
    private static string Under(List<(int Level, string Text)> above, Match heading)
    {
        var mark = heading.Groups["mark"].Value;
        var level = mark[0] == '#' ? mark.Length : mark[1] - '0';
        above.RemoveAll(a => a.Level >= level);
        above.Add((level, heading.Groups["text"].Value));
        return string.Join(' ', above.Where(a => a.Level > 1 || a.Level == level).Select(a => a.Text));
    }

    /// <summary>"New tables:" holds for the list under it, up to a line that is no list.</summary>
    private static string NextLead(string line, string lead)
    {
        if (line.EndsWith(':') && !line.StartsWith('|'))
        {
            return line;
        }

        var goesOn = line.Length == 0 || line[0] is '-' or '*' or '|' || char.IsAsciiDigit(line[0]);
        return goesOn ? lead : "";
    }

    private static string WithoutLinks(string text) =>
        Link().Replace(text.Length > LongestLine ? text[..LongestLine] : text, " ");

    [GeneratedRegex(@"\A(?<mark>#{1,6}|h[1-6]\.)\s+(?<text>.+)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    /// <summary>What a ticket excludes must not draw code in.</summary>
    [GeneratedRegex(@"out of scope|not in scope|non-?goals?|excluded", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex OutOfScope();

    [GeneratedRegex(@"accept|criteria|definition of done|must hold", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Criteria();

    [GeneratedRegex(@"[a-z]{2,10}://[^\s)\]>|]+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
