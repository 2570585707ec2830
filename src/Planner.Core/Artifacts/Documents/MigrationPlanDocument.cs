using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>How data and systems that are in use move: strategy and reason, phases with their way back, and queries that must count nothing.</summary>
internal sealed class MigrationPlanDocument : IArtifactRenderer
{
    public string Path => "migration-plan.md";

    public string? NotApplicable(Plan plan) =>
        RightSize.TooSmall(plan) ?? (Moving(plan).Count + SystemMoves.Of(plan).Count + Later(plan).Count > 0 ? null
            : "No rows of today are filled, changed or checked against a wider rule, no column or table moves, and no system takes over from another.");

    public string Render(Plan plan)
    {
        var (moves, systems) = (DataMoves.Of(plan), SystemMoves.Of(plan));
        var page = new MarkdownPage().Heading(1, $"Migration plan: {plan.Ticket.Key}");
        Strategy(page, plan, systems);
        if (moves.Count > 0)
        {
            page.Heading(2, $"Phases of the data")
                .Say($"Scripts are written in the order of the waves and applied in that of these phases.")
                .Table(["Phase", "Tasks", "Done when", "Back when", "Way back"], MigrationPhases.Of(plan, moves));
        }

        foreach (var system in systems)
        {
            page
                .Heading(2, $"From {Md.Code(system.From)} to {Md.Code(system.To)}")
                .Table(["Phase", "What runs", "Back when", "Way back"], SystemPhases.Of(system));
        }

        Reconciliation(page, plan);
        Contingent(page, plan);
        return page.ToString();
    }

    /// <summary>Checked rows alone move nothing.</summary>
    private static List<DataMove> Moving(Plan plan) => [.. DataMoves.Of(plan).Where(m => m.Kind != MoveKind.CheckedRows)];

    /// <summary>Work that is due only when a provisional decision about data changes.</summary>
    private static List<(PlanTask Task, string Decision)> Later(Plan plan) =>
        [.. plan.Tasks.Where(t => t.Contingent)
            .SelectMany(t => plan.Decisions
                .Where(d => t.Satisfies.Contains(d.Decision.Id, StringComparer.Ordinal)
                    && d.Decision.Touches.Any(name => plan.Panel.Named(name).Role is SpecialistRole.Schema or SpecialistRole.Pipelines))
                .Select(d => (t, d.Decision.Id)))];

    private static void Strategy(MarkdownPage page, Plan plan, IReadOnlyList<SystemMove> systems)
    {
        var rows = Moving(plan).Select(m => new[] { Md.Code(m.Table), Moved(m), Md.Of($"{m.Task}"), Md.Of($"{Named(m.Kind)}"), Reason(m) })
            .Concat(systems.Select(s => new[]
            {
                Md.Code(s.From),
                Md.Of($"gives way to {Md.Code(s.To)}"),
                Md.Words(s.Tasks),
                s.Contract is null ? Md.Of($"parallel run") : Md.Of($"strangler fig"),
                Reason(s),
            }))
            .ToList();
        if (rows.Count > 0)
        {
            page.Heading(2, $"What moves, and how").Table(["What", "What becomes of it", "Task", "Strategy", "Because"], rows);
        }
    }

    private static string Named(MoveKind kind) => kind is MoveKind.FilledPast or MoveKind.Rewritten ? "expand, fill, contract" : "expand and contract";

    private static Md Moved(DataMove move) => move.Kind switch
    {
        MoveKind.WidenedCheck => Md.Of($"{Md.Code(move.What)} lets more values pass"),
        MoveKind.FilledPast => Md.Of($"new columns are filled for the past by {Md.Code(move.What)}"),
        MoveKind.Rewritten => Md.Of($"rows are written by {Md.Code(move.What)}"),
        MoveKind.Retyped => Md.Of($"{Md.Code(move.What)} gets another type"),
        MoveKind.Renamed => Md.Of($"{Md.Code(move.What)} is renamed"),
        MoveKind.Dropped => Md.Of($"{Md.Code(move.What)} goes"),
        MoveKind.CheckedRows => Md.Of($"{Md.Code(move.What)} is checked"),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    private static Md Reason(DataMove move) => move.Kind switch
    {
        MoveKind.WidenedCheck => Md.Of($"today's check refuses what the new code writes, and old code reads on while both run"),
        MoveKind.FilledPast => Md.Of($"readers do without the columns until they are full, and one job computes past and present by one rule"),
        MoveKind.Rewritten => Md.Of($"old code reads the same rows while they change"),
        _ => Md.Of($"old code uses it until its last instance is gone"),
    };

    private static Md Reason(SystemMove move) => move.Contract is { } contract
        ? Md.Of($"callers ({Md.Codes(move.Callers)}) know only {Md.Code(contract)}, so calls can go over one by one behind it")
        : Md.Of($"callers ({Md.Codes(move.Callers)}) hold {Md.Code(move.From)} itself, so both must answer until the last one is changed");

    private static void Reconciliation(MarkdownPage page, Plan plan)
    {
        var queries = DataMoves.Violations(plan);
        var jobs = Moving(plan).Where(m => m.Kind == MoveKind.FilledPast).Select(m => m.What).Distinct(StringComparer.Ordinal).ToList();
        if (queries.Count + jobs.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Reconciliation");
        if (queries.Count > 0)
        {
            page.Say($"Each of these counts 0 before the last phase begins:").Code("sql", string.Join("\n\n", queries));
        }

        page.Bullets(jobs.Select(j => Md.Of($"{Md.Code(j)}: its validation checkpoint in {Md.Code("ETL_CHANGES.md")}, after each interval that was filled.")));
    }

    private static void Contingent(MarkdownPage page, Plan plan)
    {
        var later = Later(plan);
        if (later.Count > 0)
        {
            page.Heading(2, $"Only if a provisional decision changes").Table(["Decision", "Task", "Likely hours", "What moves then"], later.Select(l => new[]
            {
                Md.Of($"{l.Decision}"), Md.Of($"{l.Task.Id}"), Md.Of($"{l.Task.EffortHours.Likely}"), Md.Of($"{l.Task.Detail}"),
            }));
        }
    }
}
