using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review;

/// <summary>
/// Judges a plan and its rendered artifacts. No model judges here: what one found is an input, and the same input gives the same report.
/// </summary>
public static class Reviewer
{
    /// <summary>Every class of this assembly that is a check, Q1 first.</summary>
    public static IReadOnlyList<ICheck> Checks { get; } =
        [.. typeof(ICheck).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(ICheck)))
            .Select(t => (ICheck)Activator.CreateInstance(t)!)
            .OrderBy(c => NumberOf(c.Id))];

    /// <summary>Runs every check, then those that judge by what the others found, then those of the whole bundle, then the gates.</summary>
    public static ReviewReport Review(Plan plan, ArtifactSet artifacts, ReviewOptions options)
    {
        var results = Checks.Where(c => c is not (ILateCheck or ILastCheck)).ToDictionary(c => c.Id, c => c.Run(plan, artifacts), StringComparer.Ordinal);
        var audit = AuditFindings.Of(options.Audit, plan, artifacts);
        var earlier = results.Values.SelectMany(r => r.Findings).Concat(audit).ToList();
        foreach (var late in Checks.OfType<ILateCheck>())
        {
            results[late.Id] = late.Run(plan, artifacts, earlier);
        }

        var draft = Report(plan, artifacts, options, results, audit);
        foreach (var last in Checks.OfType<ILastCheck>())
        {
            results[last.Id] = last.Run(plan, artifacts, draft, options);
        }

        return Report(plan, artifacts, options, results, audit);
    }

    private static ReviewReport Report(
        Plan plan, ArtifactSet artifacts, ReviewOptions options, Dictionary<string, CheckResult> results, IReadOnlyList<Finding> audit)
    {
        var findings = results.OrderBy(r => NumberOf(r.Key)).SelectMany(r => Sorted(r.Value.Findings)).Concat(Sorted(audit)).ToList();
        var gates = Gates.Of(plan, artifacts, findings, options);
        return new(VerdictOf(plan, gates), gates, [.. Enumerable.Range(1, NumberOf(Checks[^1].Id)).Select(n => Outcome($"Q{n}", results))], findings)
        {
            Reviewed = options.Manifest?.Files ?? [],
            Audit = options.Audit,
        };
    }

    private static CheckOutcome Outcome(string id, Dictionary<string, CheckResult> results) => results.TryGetValue(id, out var result)
        ? new(id, result.Status, result.Reason)
        : new(id, CheckStatus.NotRun, MissingChecks.Reason(id));

    private static IEnumerable<Finding> Sorted(IEnumerable<Finding> findings) => findings
        .OrderBy(f => f.Artifact, StringComparer.Ordinal).ThenBy(f => f.Line)
        .ThenBy(f => f.Id, StringComparer.Ordinal).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Message, StringComparer.Ordinal);

    private static string VerdictOf(Plan plan, IReadOnlyList<Gate> gates) =>
        gates.Any(g => !g.Passed) || plan.Decisions.Any(d => d.Status == DecisionStatus.Pending) ? Verdicts.NeedsAttention
        : plan.Decisions.Any(d => d.Status == DecisionStatus.Provisional) ? Verdicts.Provisional
        : Verdicts.Approved;

    private static int NumberOf(string id) => int.Parse(id.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
}
