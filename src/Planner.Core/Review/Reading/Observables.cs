using System.Text.RegularExpressions;
using Planner.Core.Plans;
using Planner.Core.Text.Words;

namespace Planner.Core.Review.Reading;

/// <summary>What one can see hold or not: a figure with its unit, a scenario, something quoted or written as code, a thing of this code base.</summary>
internal sealed partial class Observables(Plan plan)
{
    private const int ShortestName = 4;

    private readonly List<IReadOnlyList<string>> names = [.. Names(plan).Select(Words).Where(n => n.Count > 0 && n.Sum(w => w.Length) >= ShortestName)];

    /// <summary>True where the text has one of them.</summary>
    public bool AreIn(string text)
    {
        if (IsMeasured(text) || IsScenario(text) || Written().IsMatch(text))
        {
            return true;
        }

        var said = Words(text).ToHashSet(StringComparer.Ordinal);
        return names.Exists(n => n.All(said.Contains));
    }

    /// <summary>True where a number stands with a unit, a currency or a sign of percent.</summary>
    public static bool IsMeasured(string text) => Measure().IsMatch(text);

    /// <summary>True for given, when, then.</summary>
    public static bool IsScenario(string text) => Scenario().IsMatch(text);

    /// <summary>Tables, types and the words of routes that bear on the ticket.</summary>
    private static IEnumerable<string> Names(Plan plan) => plan.Grounding.Tables.Select(t => t.Name)
        .Concat(plan.Grounding.Types.Select(t => t.Name))
        .Concat(plan.Grounding.Endpoints.SelectMany(e => e.Route.Split('/').Where(s => !s.Contains('{', StringComparison.Ordinal))))
        .Concat(plan.Grounding.Mentions.Select(m => m.Text));

    private static IReadOnlyList<string> Words(string text) => [.. IdentifierWords.Of(text).Select(Nouns.Singular)];

    [GeneratedRegex(@"(^|[^\p{L}\d_.])\d[\d.,]*\s?([%‰°€$£¥]|\p{L})|[€$£¥]\s?\d", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Measure();

    [GeneratedRegex(
        @"\bgiven\b.*\bwhen\b.*\bthen\b|\bwhen\b.*\bthen\b|\bangenommen\b.*\bwenn\b.*\bdann\b|\bsoit\b.*\bquand\b.*\balors\b"
            + @"|\bdado\b.*\bcuando\b.*\bentonces\b",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Scenario();

    /// <summary>Code, a quotation, a route, a status of HTTP, or a name as code writes it.</summary>
    [GeneratedRegex(
        @"`[^`]+`|""[^""]+""|“[^”]+”|„[^“”]+[“”]|«[^»]+»|(^|\s)/[\w{]|\b[1-5]\d\d\b|\b\p{Ll}+\p{Lu}|\b\p{Lu}\p{Ll}+\p{Lu}|\w_\w",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
