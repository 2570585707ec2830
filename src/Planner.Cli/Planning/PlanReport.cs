using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;

namespace Planner.Cli.Planning;

/// <summary>What a person reads when the run has ended.</summary>
internal static class PlanReport
{
    public static IEnumerable<string> Lines(PlanResult result) =>
        ["", $"{result.Ticket} v{result.Version}: {result.Verdict}", .. result.Verdict == PlanResult.NotReady ? Questions(result) : Plan(result)];

    private static IEnumerable<string> Questions(PlanResult result) =>
        [result.Reason ?? "", $"Questions for the reporter: {In(result.Artifacts, "questions.md")}"];

    private static IEnumerable<string> Plan(PlanResult result) =>
    [
        .. result.Confidence.Select(c => $"  {c.Key,-12} confidence {c.Value} of 10"),
        .. result.Decisions.Select(d => $"  {d.Id} {d.Title} Option {d.Option}, {Word(d.Status)}"),
        .. result.Gates.Where(g => !g.Passed).Select(g => $"  gate not passed: {g.Name}"),
        $"{result.Tasks} {(result.Tasks == 1 ? "task" : "tasks")}. Read first: {In(result.Artifacts, "implementation.md")}",
    ];

    /// <summary>A plan lies in a folder, or at an address.</summary>
    private static string In(string place, string file) => place.Contains("://", StringComparison.Ordinal) ? $"{place}/{file}" : Path.Combine(place, file);

    private static string Word(DecisionStatus status) => status switch
    {
        DecisionStatus.Decided => "decided",
        DecisionStatus.Provisional => "PROVISIONAL",
        DecisionStatus.Pending => "pending",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
