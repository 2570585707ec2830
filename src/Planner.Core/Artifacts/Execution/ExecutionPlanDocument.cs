using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Execution;

/// <summary>How agents carry the plan out: who does what at which tier, wave by wave, with prompts to hand over.</summary>
internal sealed class ExecutionPlanDocument : IArtifactRenderer
{
    public string Path => "execution-plan.md";

    public string? NotApplicable(Plan plan) => RightSize.TooSmall(plan);

    public string Render(Plan plan)
    {
        var assignments = Assignment.Of(plan);
        var page = new MarkdownPage()
            .Heading(1, $"Execution plan: {plan.Ticket.Key}")
            .Say($"For a team of coding agents; people can work by it too. What each task is about stands in {Md.Code("tasks.md")}; this page says who does "
                + $"it, in what order, and with which words it is handed over.");
        Team(page, plan, assignments);
        StoryWaves.Write(page, plan);
        Waves(page, plan, assignments);
        Integration(page, plan);
        Checkpoints(page, plan);
        Recovery.Write(page, plan);
        Prompts.Write(page, plan, assignments);
        return page.ToString();
    }

    private static void Team(MarkdownPage page, Plan plan, IReadOnlyList<Assignment> assignments)
    {
        var agents = assignments.Where(a => !a.ByPerson).ToList();
        var people = assignments.Where(a => a.ByPerson).ToList();
        page.Heading(2, $"Team")
            .Table(["Role", "Does", "Tier", "May use"],
            [
                [
                    Md.Of($"Orchestrator"),
                    Md.Of($"hands out a wave, waits for its gate, keeps the status below"),
                    Md.Of($"Standard"),
                    Md.Of($"this bundle, git; writes no code"),
                ],
                [
                    Md.Of($"Builder"),
                    Md.Of($"one task in a working copy of its own"),
                    Tiers(agents.Select(a => a.Builder)),
                    Md.Of($"reads all, writes the files of its task, runs the commands of the gates"),
                ],
                [
                    Md.Of($"Validator"),
                    Md.Of($"runs what must hold, on the builder's commit"),
                    Md.Of($"Fast"),
                    Md.Of($"reads all, writes nothing, runs the commands of the gates"),
                ],
                [
                    Md.Of($"Reviewer"),
                    Md.Of($"reads the change against the criteria"),
                    Tiers(agents.Select(a => a.Reviewer).OfType<BuilderTier>()),
                    Md.Of($"reads all, writes nothing, runs nothing"),
                ],
                .. people.Count == 0 ? Array.Empty<Md[]>() : [[
                    Md.Of($"People"),
                    Md.Of($"{Md.Words(people.Select(a => $"{a.Task.Id} ({a.Task.Owner})"))}"),
                    Md.Of($"–"),
                    Md.Of($"the running system, and the last word"),
                ]],
            ])
            .Table(["Task", "Builder", "Reviewer", "Because"], agents.Select(a => new[]
            {
                Md.Of($"{a.Task.Id}"), Md.Of($"{a.Builder}"), a.Reviewer is { } tier ? Md.Of($"{tier}") : Md.Of($"none: the validator is enough"),
                Md.Of($"{a.Why}"),
            }));
    }

    private static Md Tiers(IEnumerable<BuilderTier> tiers) => Md.Words(tiers.Distinct().Order().Select(t => t.ToString()));

    private static void Waves(MarkdownPage page, Plan plan, IReadOnlyList<Assignment> assignments)
    {
        var due = assignments.Select(a => a.Task).ToList();
        page.Heading(2, $"Waves")
            .Say($"Tasks of one wave write no file and no table in common, so each builder of a wave works at the same time. A wave begins when the gate of "
                + $"the one before has passed; gates stand under their wave in {Md.Code("tasks.md")}.")
            .Table(["Wave", "Tasks", "At once", "Longest (h)", "Serves", "Status"], plan.Waves.Select(w =>
                (Wave: w, Tasks: due.Where(t => t.Wave == w.Number).ToList()))
                .Where(w => w.Tasks.Count > 0)
                .Select(w => new[]
            {
                Md.Of($"{w.Wave.Number}"), Md.Words(w.Tasks.Select(t => t.Id)), Md.Of($"{w.Tasks.Count}"), Md.Of($"{w.Tasks.Max(t => t.EffortHours.Mean)}"),
                Md.Words(plan.Criteria.Items.Select(c => c.Id).Where(c => w.Tasks.Exists(t => t.Satisfies.Contains(c, StringComparer.Ordinal)))),
                WaveStatus.Of(w.Tasks),
            }));
        var widest = plan.Waves.Max(w => due.Count(t => t.Wave == w.Number));
        page.Say($"More than {Md.Count(widest, "builder")} would wait for each other.");
    }

    private static void Integration(MarkdownPage page, Plan plan)
    {
        var points = IntegrationPoint.Of(plan);
        if (points.Count == 0)
        {
            return;
        }

        page.Heading(2, $"Integration points")
            .Table(["Meets", "In", "Fits when"], points.Select(p => new[]
            {
                Md.Of($"{p.Later.Id} ({p.Later.Area}) builds on {p.Earlier.Id} ({p.Earlier.Area})"),
                p.Things.Count > 0 ? Md.Codes(p.Things) : Md.Words(p.Criteria),
                p.Tests.Count > 0 ? Md.Of($"{Md.Words(p.Tests)} pass on both together")
                    : p.Later.Verification.Count > 0 ? Md.Of($"gate {p.Later.Wave} passes")
                    : Md.Of($"what is looked at by hand in {p.Later.Id} holds"),
            }));
    }

    private static void Checkpoints(MarkdownPage page, Plan plan)
    {
        var points = plan.Tasks.Where(t => !t.Contingent).SelectMany(t => Checkpoint(t, plan)).ToList();
        page.Heading(2, $"Checkpoints")
            .Say($"After each gate the orchestrator merges the wave and tags the commit {Md.Code($"{plan.Ticket.Key}-wave-")} with its number; that tag is "
                + $"where a later wave goes back to.")
            .Table(["When", "Stop for", "Who"], points);
    }

    private static IEnumerable<Md[]> Checkpoint(PlanTask task, Plan plan)
    {
        foreach (var migration in Assignment.Migrations(task, plan).Where(m => m.Irreversible is not null))
        {
            yield return [
                Md.Of($"before {task.Id} runs anywhere but on a scratch database"),
                Md.Of($"a backup of {Md.Codes(migration.Tables)} that was restored once"),
                Md.Of($"{task.Owner}"),
            ];
        }

        var provisional = plan.Decisions.Where(d => d.Status == DecisionStatus.Provisional
            && task.Area == WorkDraft.OwnArea
            && task.Satisfies.Contains(d.Decision.Id, StringComparer.Ordinal));
        foreach (var decision in provisional)
        {
            yield return [
                Md.Of($"{task.Id}, before the release"),
                Md.Of($"{decision.Decision.Id}: a person confirms option {decision.Option} or takes another"),
                Md.Of($"{task.Owner}"),
            ];
        }
    }
}
