using System.Text.RegularExpressions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Tickets;

/// <summary>Given-When-Then, in prose, in lists and as feature files; one scenario is one criterion.</summary>
internal static partial class Gherkin
{
    /// <summary>True for a line that begins or goes on with a scenario.</summary>
    public static bool IsStep(string line) => Kind(line) is not StepKind.None and not StepKind.And;

    /// <summary>True for any step, also for one like "And …" that means something only after another.</summary>
    public static bool GoesOn(string line) => Kind(line) is not StepKind.None;

    /// <summary>True for a code block that holds scenarios.</summary>
    public static bool IsFeature(MarkdownBlock.Code code) =>
        code.Language.ToLowerInvariant() is "gherkin" or "feature" or "cucumber"
        || (code.Language.Length == 0
            && code.Text.Split('\n').Select(Kind).ToHashSet() is var kinds
            && kinds.Contains(StepKind.Given)
            && kinds.Contains(StepKind.Then));

    /// <summary>Joins the lines of each scenario.</summary>
    /// <param name="lines">Lines or items, in order.</param>
    /// <param name="eachLineIsAnItem">True for lists, where a line that is no step is a criterion of its own.</param>
    public static List<Criterion> Scenarios(IEnumerable<string> lines, bool eachLineIsAnItem)
    {
        var found = new List<Criterion>();
        var open = new OpenScenario();
        foreach (var line in lines.Select(l => l.Trim()).Where(l => l.Length > 0 && !Tag().IsMatch(l)))
        {
            var kind = Kind(line);
            if (open.GoesOn(kind, eachLineIsAnItem))
            {
                found[^1] = Joined(found[^1], line);
            }
            else if (kind is not StepKind.None || eachLineIsAnItem || found.Count == 0)
            {
                found.Add(Criterion.Of(line) with { IsScenario = kind is StepKind.Scenario or StepKind.Given });
            }
            else
            {
                found[^1] = Joined(found[^1], line);
            }

            open.See(kind, line);
        }

        return found;
    }

    private static Criterion Joined(Criterion begun, string line) => begun with { Text = $"{begun.Text} {Criterion.Of(line).Text}" };

    private static StepKind Kind(string line) => Word().Match(line) is not { Success: true } match ? StepKind.None
        : match.Groups["scenario"].Success ? StepKind.Scenario
        : match.Groups["given"].Success ? StepKind.Given
        : match.Groups["when"].Success ? StepKind.When
        : match.Groups["then"].Success ? StepKind.Then
        : StepKind.And;

    internal enum StepKind
    {
        None,
        Scenario,
        Given,
        When,
        Then,
        And,
    }

    [GeneratedRegex(
        @"^\s*(?:[-*+]\s+)?(?:\[[ xX]?\]\s*)?(?:AC[ _#.-]?[0-9]{1,4}[\s:.)–—-]*)?[*_`]{0,3}(?:(?<scenario>(?:scenario|scenario outline|example|background"
            + @"|szenario|scénario|escenario)\b[*_`]{0,3}[^:\n]{0,20}:)|(?<given>(?:given|angenommen|gegeben|étant donné|dado|dada)\b)|(?<when>(?:when|wenn"
            + @"|quand|lorsque|cuando)\b)|(?<then>(?:then|dann|alors|entonces)\b)|(?<and>(?:and|but|und|aber|et|mais|y|pero)\b))",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:@\S+(?:\s+@\S+)*|#.*|Feature:.*|Funktionalität:.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
