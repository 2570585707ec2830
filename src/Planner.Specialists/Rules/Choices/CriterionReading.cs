using System.Text.RegularExpressions;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Choices;

/// <summary>
/// What a criterion says of which case. Two contradict each other only where their other words are the same: "gold customers"
/// and "silver customers" are two cases, and so are two sets of figures in a condition.
/// </summary>
internal sealed partial class CriterionReading
{
    private const int LeastWords = 2;

    private readonly string condition;
    private readonly string outcome;
    private readonly IReadOnlyList<(string Number, string Unit)> figures;
    private readonly bool denies;
    private readonly bool obliges;
    private readonly string status;

    public CriterionReading(string text)
    {
        var split = Condition().Match(text);
        (condition, outcome) = split.Success ? (split.Groups["condition"].Value, text[split.Length..]) : ("", text);
        status = Status().Match(outcome) is { Success: true } code ? code.Groups["code"].Value : "";
        figures =
        [
            .. Figure().Matches(Status().Replace(outcome, ""))
                .Select(m => (m.Groups["number"].Value, Words.Singular(m.Groups["unit"].Value.ToLowerInvariant()))),
        ];
        (denies, obliges) = (Denial().IsMatch(outcome), Modal().IsMatch(outcome));
    }

    /// <summary>What the two differ in, or null where both can hold.</summary>
    public (string First, string Second)? Contradicts(CriterionReading other)
    {
        if (!IsSame(condition, other.condition) || Bare(condition) != Bare(other.condition))
        {
            return null;
        }

        if (status.Length > 0 && other.status.Length > 0)
        {
            return status != other.status && (condition.Length > 0 || IsSame(outcome, other.outcome)) ? ($"status {status}", $"status {other.status}") : null;
        }

        if (!IsSame(outcome, other.outcome) || Words.Stems(Plain(outcome)).Count < LeastWords)
        {
            return null;
        }

        if (denies != other.denies && obliges && other.obliges && figures.SequenceEqual(other.figures))
        {
            return denies ? ("it must not", "it must") : ("it must", "it must not");
        }

        var differing = figures.Count == other.figures.Count ? figures.Zip(other.figures).Where(p => p.First != p.Second).ToList() : [];
        return denies == other.denies && differing is [var only] && only.First.Unit == only.Second.Unit && only.First.Unit.Length > 0
            ? ($"{only.First.Number} {only.First.Unit}", $"{only.Second.Number} {only.Second.Unit}")
            : null;
    }

    private static bool IsSame(string one, string other) => Words.Stems(Plain(one)).SetEquals(Words.Stems(Plain(other)));

    /// <summary>The figures and names of code, which are the case itself.</summary>
    private static string Bare(string text) => string.Join(' ', Exact().Matches(text).Select(m => m.Value));

    private static string Plain(string text) => Filler().Replace(Status().Replace(text, " "), " ");

    [GeneratedRegex(
        @"\A\s*(?<condition>(given|when|if)\b(.*?,?\s+then\b|.*?,))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"\b(answers?|returns?|responds?|replies|status|http|gives|get|gets|with)(\s+(with|a|an|the|status|code|http|of|is))*\s+`?(?<code>[1-5][0-9]{2})\b`?",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex(@"(?<number>[0-9]+([.,][0-9]+)*)\s*(?<unit>%|[A-Za-z]+)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b(not|never|no|cannot|can't|mustn't)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Denial();

    [GeneratedRegex(
        @"\b(must|shall|may|can|cannot|can't|mustn't|never|always|should)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Modal();

    [GeneratedRegex(
        @"\b(must|mustn't|shall|may|can|cannot|can't|never|always|should|not|able|possible|allowed|be|is|are|been|being)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Filler();

    [GeneratedRegex(@"`[^`]*`|[0-9]+([.,][0-9]+)*|""[^""]*""|/[A-Za-z0-9/{}_-]+", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Exact();
}
