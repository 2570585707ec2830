using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q11: a criterion says how one sees that it holds.</summary>
internal sealed partial class MeasurabilityCheck : ICheck
{
    /// <summary>A word that anybody may read differently, with no measure beside it.</summary>
    public const string Vague = "Q11.vague";

    private const string Page = "implementation.md";

    public string Id => "Q11";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var page = ArtifactText.Of(artifacts, Page) ?? new(Page, "");
        foreach (var criterion in plan.Criteria.Items)
        {
            var words = VagueWord().Matches(criterion.Text).Select(m => m.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
            if (words.Count > 0 && !Measure().IsMatch(criterion.Text))
            {
                findings.Warn("vague", page, criterion.Id, $"{criterion.Id} says \"{string.Join("\", \"", words)}\" without a measure.");
            }

            if (criterion.Text.Contains("and/or", StringComparison.OrdinalIgnoreCase))
            {
                findings.Warn("and-or", page, criterion.Id, $"{criterion.Id} says \"and/or\", which leaves open what must hold.");
            }
        }

        return findings.Result($"Criteria: {plan.Criteria.Items.Count}.");
    }

    [GeneratedRegex(@"\b(fast|faster|quick|quickly|scalable|robust|user-friendly|intuitive|appropriate|appropriately|seamless|efficient|efficiently|modern|flexible|better|nicer|easy to use|as needed|etc)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex VagueWord();

    [GeneratedRegex(@"\d|\bgiven\b.*\bwhen\b.*\bthen\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Measure();
}
