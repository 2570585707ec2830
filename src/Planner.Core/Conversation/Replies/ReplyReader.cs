using System.Text.RegularExpressions;
using Planner.Core.Tickets;

namespace Planner.Core.Conversation.Replies;

/// <summary>
/// Finds commands in a comment. One starts a line; quotes and code hold none. Its text goes on over the lines that follow, up to a
/// blank one or the next command.
/// </summary>
public static partial class ReplyReader
{
    /// <summary>More than these in one comment are not read.</summary>
    public const int Most = 10;

    /// <summary>Longer texts are cut, in characters.</summary>
    public const int LongestText = 2_000;

    private const int LongestLine = 100;

    private static readonly string[] Verbs = ["/decide", "/answer", "/plan"];

    /// <summary>False for a text, in whatever markup, that can hold no command.</summary>
    public static bool MayHold(string text) => Verbs.Any(verb => text.Contains(verb, StringComparison.OrdinalIgnoreCase));

    /// <summary>The commands in their order; none where the comment holds none.</summary>
    /// <param name="markdown">The comment as Markdown.</param>
    public static IReadOnlyList<ReplyCommand> Read(string markdown) =>
        [.. Parts(Spoken(markdown)).Select(Command).Take(Most)];

    /// <summary>The lines that are neither quoted nor code; a line of those is blank.</summary>
    private static IEnumerable<string> Spoken(string markdown)
    {
        string? fence = null;
        foreach (var raw in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = Blanks().Replace(raw, " ");
            var mark = Fence().Match(line) is { Success: true } match ? match.Groups["mark"].Value : null;
            var isCode = fence is not null || mark is not null || line.StartsWith("    ", StringComparison.Ordinal) || line.TrimStart().StartsWith('>');
            fence = fence is null ? mark : mark is not null && mark[0] == fence[0] && mark.Length >= fence.Length ? null : fence;
            yield return isCode ? "" : Escaped().Replace(line.Trim(), "$1").TrimEnd('\\');
        }
    }

    /// <summary>Each command with the lines that belong to it, on one line.</summary>
    private static IEnumerable<string> Parts(IEnumerable<string> lines)
    {
        string? part = null;
        foreach (var line in lines)
        {
            var isCommand = Start().IsMatch(line);
            if (part is not null && (isCommand || line.Length == 0))
            {
                yield return part;
                part = null;
            }

            part = isCommand ? line : part is null ? null : $"{part} {line}";
        }

        if (part is not null)
        {
            yield return part;
        }
    }

    private static ReplyCommand Command(string part)
    {
        var match = Start().Match(part);
        var rest = part[match.Length..].Trim();
        return match.Groups["verb"].Value.ToLowerInvariant() switch
        {
            "decide" => Decide().Match(rest) is { Success: true } d
                ? new ReplyCommand.Decide(d.Groups["id"].Value.ToUpperInvariant(), d.Groups["option"].Value.ToUpperInvariant(), Text(d.Groups["because"].Value))
                : Wrong(part, "/decide TD001 B because …"),
            "answer" => Answer().Match(rest) is { Success: true } a
                ? new ReplyCommand.Answer(a.Groups["id"].Value.ToUpperInvariant(), Text(a.Groups["text"].Value))
                : Wrong(part, "/answer Q001 …"),
            _ => rest.ToLowerInvariant() switch
            {
                "" => new ReplyCommand.Plan(),
                "status" => new ReplyCommand.Status(),
                "cancel" => new ReplyCommand.Cancel(),
                _ => Refine().Match(rest) is { Success: true } r
                    ? new ReplyCommand.Refine(Text(r.Groups["text"].Value))
                    : Wrong(part, "/plan, /plan status, /plan refine … or /plan cancel"),
            },
        };
    }

    private static ReplyCommand.Wrong Wrong(string part, string help) =>
        new(TicketText.Line(part.Length > LongestLine ? part[..LongestLine] + "…" : part), help);

    private static string Text(string text) => text.Length > LongestText ? text[..LongestText] : text;

    [GeneratedRegex(@"^/(?<verb>decide|answer|plan)(\s|$)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(
        @"^(?<id>TD\d{3,6})[:,]?\s+(?:option\s+)?(?<option>[A-Z])\b[.,:;]?(?:\s+(?:because\b[:,]?\s*)?(?<because>\S.*))?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Decide();

    [GeneratedRegex(@"^(?<id>Q\d{3,6})[:,]?\s+(?<text>\S.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^refine\b:?\s+(?<text>\S.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refine();

    [GeneratedRegex(@"^\s{0,3}(?<mark>`{3,}|~{3,})", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])", RegexOptions.NonBacktracking)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[\t\u00a0\u2007\u202f]", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
