using System.Globalization;
using System.Text.RegularExpressions;

namespace Planner.Core.Tickets;

/// <summary>A criterion as it was found.</summary>
/// <param name="Number">The 3 of a leading <c>AC3:</c>, or null.</param>
/// <param name="Text">On one line, without task box, id and bold marks.</param>
/// <param name="IsScenario">True for Given-When-Then.</param>
internal sealed partial record Criterion(int? Number, string Text, bool IsScenario = false)
{
    /// <summary>False for withdrawn ones and place holders like TBD, "…" or "n/a".</summary>
    public bool SaysSomething => Text.Count(char.IsLetter) >= 2 && !PlaceHolder().IsMatch(Text) && !Struck().IsMatch(Text);

    public static Criterion Of(string raw)
    {
        var plain = Box().Replace(TicketText.Clean(raw), "").Replace("**", "", StringComparison.Ordinal);
        var text = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Id().Match(text) is { Success: true } id
            ? new Criterion(int.Parse(id.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), text[id.Length..].Trim())
            : new Criterion(null, text);
    }

    /// <summary>True for an item whose box is ticked: outside of criteria that is a statement about what was done, as forms ask for it.</summary>
    public static bool IsTicked(string raw) => Ticked().IsMatch(raw);

    /// <summary>True for an id alone, like the first cell of a table's row.</summary>
    public static bool IsBareId(string cell) => BareId().IsMatch(cell);

    [GeneratedRegex(@"^\s*\[[ xX✓✔-]?\]\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Box();

    [GeneratedRegex(@"^\s*\[[xX✓✔]\]", RegexOptions.NonBacktracking)]
    private static partial Regex Ticked();

    [GeneratedRegex(@"^[\[(]?AC[ _#.-]?0{0,3}(?<number>[1-9][0-9]{0,3})[\])]?(?:\s*[:.)–—-]+\s*|\s+)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[*_ ]*(?:AC[ _#.-]?)?[0-9]{1,4}[.):*_ ]*$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex BareId();

    [GeneratedRegex(
        @"^\W*(?:tbd|tbc|tba|todo|to do|n/?a|none|wip|to be (?:defined|done|determined|added)|\.\.\.|…)\W*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex PlaceHolder();

    [GeneratedRegex(@"^~~[^~]*~~[.\s]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Struck();
}
