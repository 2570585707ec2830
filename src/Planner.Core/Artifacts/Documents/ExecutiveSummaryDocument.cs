using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Plans.Stories;
using Planner.Core.Text.Markdown;
using Planner.Core.Tickets;

namespace Planner.Core.Artifacts.Documents;

/// <summary>For those who decide whether the work begins: one page, every figure counted from the plan.</summary>
internal sealed class ExecutiveSummaryDocument : IArtifactRenderer
{
    public const string File = "executive-summary.md";

    private const int HoursOfADay = 8;
    private const int MostConditions = 8;
    private const int MostRisks = 3;

    public string Path => File;

    public string? NotApplicable(Plan plan) => RightSize.TooSmall(plan);

    public string Render(Plan plan)
    {
        var readiness = StartReadiness.Of(plan);
        var page = new MarkdownPage()
            .Heading(1, $"Executive summary: {plan.Ticket.Key}")
            .Say($"**{Word(readiness)}** {plan.Ticket.Summary}{(plan.Ticket.Reporter is null ? Md.Empty : Md.Of($", asked for by {plan.Ticket.Reporter}"))}.")
            .Heading(2, $"In figures")
            .Table(["Measure", "Value"], Figures(plan));
        Conditions(page, "Before work begins", readiness.BeforeStart);
        Conditions(page, "Before the release", readiness.BeforeRelease);
        Gravest(page, plan);
        return page.ToString();
    }

    private static Md Word(StartReadiness readiness) => readiness.Word switch
    {
        GoOrNoGo.Go => Md.Of($"GO."),
        GoOrNoGo.Conditional => Md.Of($"GO, with {Md.Count(readiness.BeforeRelease.Count, "condition")} before the release."),
        GoOrNoGo.NoGo =>
            Md.Of($"NO-GO until {Md.Count(readiness.BeforeStart.Count, "point")} below {(readiness.BeforeStart.Count == 1 ? "is" : "are")} settled."),
        _ => throw new ArgumentOutOfRangeException(nameof(readiness)),
    };

    private static IEnumerable<Md[]> Figures(Plan plan)
    {
        var due = plan.Tasks.Count(t => !t.Contingent);
        if (StoryPlan.Of(plan) is { } stories)
        {
            var done = stories.Stories.Count(s => s.Story.State == StoryState.Done);
            yield return [
                Md.Of($"Stories"),
                Md.Of($"{stories.Stories.Count}, of which {stories.Stories.Count(s => s.Wave is not null)} are planned here and {done} "
                    + $"{(done == 1 ? "is" : "are")} done"),
            ];
        }

        yield return [Md.Of($"Acceptance criteria with a task and a test"), Md.Of($"{Covered(plan)} of {plan.Criteria.Items.Count}")];
        yield return [Md.Of($"Tasks due"), Md.Of($"{due}")];
        yield return [Md.Of($"Tasks only if a decision changes"), Md.Of($"{plan.Tasks.Count - due}")];
        yield return [Md.Of($"Effort in hours"), Md.Of($"{plan.Total.Optimistic} to {plan.Total.Pessimistic}, likeliest {plan.Total.Likely}")];
        yield return [Md.Of($"Shortest time in working days, with enough people"), Md.Of($"{Math.Ceiling(plan.CriticalPath.Hours / HoursOfADay)}")];
        yield return [Md.Of($"Working days for one person"), Md.Of($"{Math.Ceiling(plan.Total.Mean / HoursOfADay)}")];
        yield return [Md.Of($"Tests planned"), Md.Of($"{plan.Tests.Count}")];
        yield return [Md.Of($"Risks"), Md.Of($"{plan.Risks.Count}, of which {plan.Risks.Count(r => r.Impact == Level.High)} of high impact")];
        yield return [
            Md.Of($"Decisions"),
            Md.Of($"{plan.Decisions.Count}, of which {plan.Decisions.Count(d => d.Status == DecisionStatus.Decided)} taken by people"),
        ];
        yield return [Md.Of($"Questions open"), Md.Of($"{plan.Questions.Count(q => q.Answer is null)}")];
        yield return [Md.Of($"Lowest confidence"), Md.Of($"{ConfidenceFile.Of(plan).Overall} of 10")];
    }

    private static int Covered(Plan plan) => plan.Criteria.Items.Count(c =>
        plan.Tasks.Any(t => t.Satisfies.Contains(c.Id, StringComparer.Ordinal)) && plan.Tests.Any(t => t.Covers.Contains(c.Id, StringComparer.Ordinal)));

    private static void Conditions(MarkdownPage page, string title, IReadOnlyList<Condition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        page.Heading(2, $"{title}").Bullets(conditions.Take(MostConditions).Select(c => Md.Of($"{c.Id} {c.Text}.")));
        if (conditions.Count > MostConditions)
        {
            page.Say($"And {conditions.Count - MostConditions} more.");
        }
    }

    private static void Gravest(MarkdownPage page, Plan plan)
    {
        if (plan.Risks.Count > 0)
        {
            page.Heading(2, $"Gravest risks").Table(
                ["Risk", "What may happen", "Owner"],
                plan.Risks.OrderByDescending(r => ((int)r.Probability + 1) * ((int)r.Impact + 1))
                    .ThenBy(r => r.Id, IdOrder.Numbers)
                    .Take(MostRisks)
                    .Select(r => new[] { Md.Of($"{r.Id}"), Md.Of($"{r.Title}"), Md.Of($"{r.Owner}") }));
        }
    }
}
