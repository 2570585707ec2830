using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Core.Text.Words;

namespace Planner.Core.Plans;

/// <summary>States the principles of the constitution in the tasks that they touch.</summary>
internal static class TaskConstraints
{
    /// <summary>Less is shared by chance.</summary>
    private const int LeastShared = 2;

    private static readonly (string[] Words, Func<PlanTask, SpecialistRole, bool> Touches)[] Subjects =
    [
        (["test", "tests", "coverage", "tdd"], (t, _) => t.Tests.Count > 0),
        (["migration", "migrations", "schema", "table", "tables", "column", "columns"], (t, role) => t.Tables.Count > 0 && role == SpecialistRole.Schema),
        (["endpoint", "endpoints", "contract", "contracts", "openapi", "http"], (t, _) => t.Endpoints.Count > 0),
        (["job", "jobs", "pipeline", "pipelines", "import", "export", "etl"], (_, role) => role == SpecialistRole.Pipelines),
        (["screen", "screens", "view", "views", "frontend", "accessibility"], (_, role) => role == SpecialistRole.Frontend),
    ];

    /// <summary>The principle with its place, as tasks state it.</summary>
    public static string Stated(PrincipleFact principle) => $"{principle.Text} ({principle.Path}:{principle.Line})";

    public static IReadOnlyList<PlanTask> In(
        IReadOnlyList<PlanTask> tasks, IReadOnlyList<PrincipleFact> principles, IReadOnlyList<PanelSeat> panel) => principles.Count == 0
        ? tasks
        : [.. tasks.Select(t => t with { Constraints = [.. principles.Where(p => Touches(p, t, panel.Named(t.Area).Role)).Select(Stated)] })];

    private static bool Touches(PrincipleFact principle, PlanTask task, SpecialistRole role) =>
        Subjects.Any(s => Words.Any(principle.Text, s.Words) && s.Touches(task, role))
            || Words.Overlap(principle.Text, $"{task.Title}\n{task.Detail}") >= LeastShared;
}
