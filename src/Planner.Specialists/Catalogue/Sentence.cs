using System.Text.RegularExpressions;

namespace Planner.Specialists.Catalogue;

/// <summary>
/// A line of a section with slots like <c>{table}</c>. One that begins with <c>(outbox)</c>, <c>(not outbox)</c> or
/// <c>(outbox, not known)</c> is told only where these cases hold.
/// </summary>
internal sealed partial class Sentence
{
    private const string Not = "not ";

    private readonly string text;
    private readonly IReadOnlyList<(string Name, bool Expected)> cases;

    /// <exception cref="CatalogueException">A brace is no part of a slot, or nothing stands behind the cases.</exception>
    public Sentence(string line)
    {
        var condition = Condition().Match(line);
        text = line[condition.Length..];
        cases = [.. condition.Groups["cases"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Case)];
        if (text.Length == 0 || Slot().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            throw new CatalogueException($"'{line}' is no sentence with slots; a slot is a lower-case name in braces, like {{table}}.");
        }

        Names = [.. Slot().Matches(text).Select(m => m.Groups["name"].Value).Concat(cases.Select(c => c.Name))];
    }

    /// <summary>Names of its slots and cases.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>True where all of its cases hold.</summary>
    public bool Holds(SlotValues values) => cases.All(c => values.Holds(c.Name) == c.Expected);

    /// <summary>Puts each value in once: what looks like a slot in a value is text.</summary>
    public string Fill(SlotValues values) => Slot().Replace(text, m => values.Text(m.Groups["name"].Value));

    private static (string Name, bool Expected) Case(string text) =>
        text.StartsWith(Not, StringComparison.Ordinal) ? (text[Not.Length..], false) : (text, true);

    [GeneratedRegex(@"\A\((?<cases>(not )?[a-z][A-Za-z]*(, (not )?[a-z][A-Za-z]*)*)\) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\{(?<name>[a-z][A-Za-z]*)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Slot();
}
