using System.Globalization;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;

namespace Planner.Core.Artifacts.Changes;

/// <summary>In what a task differs, in words; that its id moved on is no difference.</summary>
internal static class TaskDifferences
{
    public static IReadOnlyList<string> Of(TaskEntry before, TaskEntry after, PlanChanges changes) =>
    [
        .. Text("title", before.Title, after.Title),
        .. Set(
            "files",
            before.Files.Select(f => $"`{f.Path}` ({StatusWords.Of(f.Change)})"),
            after.Files.Select(f => $"`{f.Path}` ({StatusWords.Of(f.Change)})")),
        .. Set("tables", before.Tables.Select(Code), after.Tables.Select(Code)),
        .. Set("endpoints", before.Endpoints.Select(Code), after.Endpoints.Select(Code)),
        .. Set("serves", before.Satisfies.Select(changes.NowServed), after.Satisfies),
        .. Set("waits for", before.DependsOn.Select(d => changes.Now(d) ?? $"{d} of version {Number(changes.Before.Version)}"), after.DependsOn),
        .. Text("hours", Hours(before), Hours(after)),
        .. Text("owner", before.Owner, after.Owner),
        .. before.Detail == after.Detail ? Array.Empty<string>() : ["what it says"],
    ];

    private static IEnumerable<string> Text(string name, string before, string after) => before == after ? [] : [$"{name}: {before} → {after}"];

    private static IEnumerable<string> Set(string name, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.Distinct(StringComparer.Ordinal).ToList(), after.Distinct(StringComparer.Ordinal).ToList());
        var moves = now.Except(old, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(n => "+ " + n)
            .Concat(old.Except(now, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(o => "− " + o)).ToList();
        return moves.Count == 0 ? [] : [$"{name}: {string.Join(", ", moves)}"];
    }

    private static string Code(string name) => $"`{name}`";

    private static string Hours(TaskEntry task) =>
        string.Join(
            " / ",
            new[] { task.EffortHours.Optimistic, task.EffortHours.Likely, task.EffortHours.Pessimistic }.Select(h => h.ToString(
                "0.#",
                CultureInfo.InvariantCulture)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
