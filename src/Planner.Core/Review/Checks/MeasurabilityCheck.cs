using System.Text.RegularExpressions;
using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Text.Markdown;
using Planner.Core.Tickets;

namespace Planner.Core.Review.Checks;

/// <summary>Q11: a criterion says how one sees that it holds, in words that all read alike, and asks for one thing; a target has its figure.</summary>
internal sealed partial class MeasurabilityCheck : ICheck
{
    /// <summary>A word that anybody may read differently, with no measure beside it.</summary>
    public const string Vague = "Q11.vague";

    private const string Page = "implementation.md";
    private const string SpeedPage = "performance-plan.md";

    /// <summary>Words that join what must hold, with those that say that it must.</summary>
    private const string Joints = @"\s(and|or|und|oder|et|ou|y)\s|[;,]\s|[.!?]\s";
    private const string Musts = @"\b(must|shall|should|needs? to|ha(s|ve) to|muss|müssen|soll|sollen|doit|doivent|debe|deben|deve|devono|moet|moeten)\b";

    public string Id => "Q11";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        var page = ArtifactText.Of(artifacts, Page) ?? new(Page, "");
        var things = new Observables(plan);
        foreach (var criterion in plan.Criteria.Items)
        {
            Complaints(criterion.Text, things).ToList().ForEach(c => findings.Warn(c.Code, page, criterion.Id, $"{criterion.Id} {c.Message}"));
        }

        var targets = plan.Opinions.Designs<PerformanceDesign>().SelectMany(d => d.Targets).ToList();
        var speed = ArtifactText.Of(artifacts, SpeedPage) ?? new(SpeedPage, "");
        foreach (var target in targets.Where(t => t.Question is null && !Observables.IsMeasured(t.Limit ?? "")))
        {
            findings.Warn("unmeasured", speed, target.Subject, $"The target of {target.Subject} has no figure with a unit, and nobody is asked.");
        }

        return findings.Result($"Criteria: {plan.Criteria.Items.Count}; targets: {targets.Count}.");
    }

    private static IEnumerable<(string Code, string Message)> Complaints(string text, Observables things)
    {
        var said = LiveText.Of(text);
        var vague = Sentence()
            .Split(said)
            .Where(s => !Observables.IsMeasured(s))
            .SelectMany(s => VagueWord().Matches(s))
            .Select(m => m.Value.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (vague.Count > 0)
        {
            yield return ("vague", $"says \"{string.Join("\", \"", vague)}\" without a measure beside it.");
        }

        if (!things.AreIn(text))
        {
            yield return ("unobservable", "has neither a figure with its unit, nor a scenario, nor names a thing that one can look at.");
        }

        if (EitherOrBoth().Match(said) is { Success: true } joint)
        {
            yield return ("and-or", $"says \"{joint.Value.Trim().ToLowerInvariant()}\", which leaves open what must hold.");
        }

        if (!Observables.IsScenario(said) && Joint().Split(said).Count(p => Must().IsMatch(p)) > 1)
        {
            yield return ("several", "asks for several things at once; each needs a criterion of its own.");
        }
    }

    [GeneratedRegex(@"[.!?;]\s", RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();

    [GeneratedRegex(
        @"\b(fast|faster|slow|quick|quickly|scalable|robust|performant|user[- ]friendly|intuitive|appropriate|appropriately|adequate|adequately|reasonable"
            + @"|reasonably|seamless|seamlessly|smooth|smoothly|efficient|efficiently|modern|flexible|better|nicer|easy to use|as needed|if possible"
            + @"|where possible|etc|schnell|skalierbar|benutzerfreundlich|angemessen|intuitiv|effizient|rapide|évolutif|convivial|approprié|rápido|escalable"
            + @"|robusto|apropiado)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VagueWord();

    [GeneratedRegex(
        @"(^|\s)(and/or|und/oder|et/ou|y/o|e/o|en/of)(\s|$)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EitherOrBoth();

    [GeneratedRegex(Joints, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Joint();

    [GeneratedRegex(Musts, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Must();
}
