using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;

namespace Planner.Core.Plans;

/// <summary>States the principles of the constitution in the tasks that they touch.</summary>
internal static class TaskConstraints
{
    /// <summary>Less is shared by chance.</summary>
    private const int LeastShared = 2;

    private static readonly (string[] Words, Func<PlanTask, bool> Touches)[] Subjects =
    [
        (["test", "tests", "coverage", "tdd"], t => t.Tests.Count > 0),
        (["migration", "migrations", "schema", "table", "tables", "column", "columns"], t => t.Tables.Count > 0 && t.Area == "database"),
        (["endpoint", "endpoints", "contract", "contracts", "openapi", "http"], t => t.Endpoints.Count > 0),
        (["job", "jobs", "pipeline", "pipelines", "import", "export", "etl"], t => t.Area == "etl"),
        (["screen", "screens", "view", "views", "frontend", "accessibility"], t => t.Area == "frontend"),
    ];

    /// <summary>The principle with its place, as tasks state it.</summary>
    public static string Stated(PrincipleFact principle) => $"{principle.Text} ({principle.Path}:{principle.Line})";

    public static IReadOnlyList<PlanTask> In(IReadOnlyList<PlanTask> tasks, IReadOnlyList<PrincipleFact> principles) => principles.Count == 0
        ? tasks
        : [.. tasks.Select(t => t with { Constraints = [.. principles.Where(p => Touches(p, t)).Select(Stated)] })];

    private static bool Touches(PrincipleFact principle, PlanTask task) =>
        Subjects.Any(s => Words.Any(principle.Text, s.Words) && s.Touches(task)) || Words.Overlap(principle.Text, $"{task.Title}\n{task.Detail}") >= LeastShared;
}
