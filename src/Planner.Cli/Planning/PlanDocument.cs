using Planner.Core.Planning.Runs;
using Planner.Core.Review.Reports;
using Planner.Core.Text;

namespace Planner.Cli.Planning;

/// <summary>What <c>plan --json</c> prints.</summary>
internal sealed record PlanDocument(
    string RunId,
    string Ticket,
    int Version,
    string Verdict,
    string Artifacts,
    IReadOnlyDictionary<string, int> Confidence,
    IReadOnlyList<PlanDocument.DecisionLine> Decisions,
    int Tasks,
    IReadOnlyList<Gate> Gates,
    string? Reason)
{
    public static string Of(string runId, PlanResult result) => PlanJson.Artifact(new PlanDocument(
        runId,
        result.Ticket,
        result.Version,
        result.Verdict,
        result.Artifacts,
        result.Confidence,
        [.. result.Decisions.Select(d => new DecisionLine(d.Id, d.Title, d.Status.ToString(), d.Option))],
        result.Tasks,
        result.Gates,
        result.Reason));

    internal sealed record DecisionLine(string Id, string Title, string Status, string Option);
}
