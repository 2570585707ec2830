using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>The master plan.</summary>
internal sealed class ImplementationDocument : IArtifactRenderer
{
    public string Path => "implementation.md";

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan)
    {
        var page = new MarkdownPage().Heading(1, $"{plan.Ticket.Key}: {plan.Ticket.Summary}");
        Summary(page, plan);
        StoryMapSection.Write(page, plan);
        CurrentState.Write(page, plan);
        Sequence.Write(page, plan);
        PhaseSections.Write(page, plan);
        SmallChanges.Write(page, plan);
        Risks(page, plan);
        Decisions(page, plan);
        Metrics(page, plan);
        Rollback(page, plan);
        Limitations(page, plan);
        return page.ToString();
    }

    private static void Summary(MarkdownPage page, Plan plan)
    {
        var due = plan.Tasks.Count(t => !t.Contingent);
        var waves = plan.Tasks.Where(t => !t.Contingent).Select(t => t.Wave).Distinct().Count();
        var confidence = ConfidenceFile.Of(plan).Overall;
        page.Heading(2, $"Executive summary")
            .Say($"Size {plan.Size}: {Md.Count(due, "task")} in {Md.Count(waves, "wave")}, {plan.Total.Optimistic} to {plan.Total.Pessimistic} hours of work, "
                + $"most likely {plan.Total.Likely}. The longest chain takes about {plan.CriticalPath.Hours} hours: {Md.Words(plan.CriticalPath.Tasks)}. "
                + $"{Contingent(plan)}Overall confidence is {confidence} of 10, with {Md.Count(plan.Risks.Count, "risk")}, "
                + $"{Md.Count(plan.Decisions.Count, "decision")} and {Md.Count(plan.Questions.Count(q => q.Answer is null), "open question")}.")
            .Bullets(plan.Opinions
                .Where(o => o.Applies && o.Summary.Length > 0)
                .Select(o => Md.Of($"**{o.Specialist}** (confidence {o.Confidence}): {o.Summary}")));
    }

    private static Md Contingent(Plan plan)
    {
        var count = plan.Tasks.Count(t => t.Contingent);
        return count == 0
            ? Md.Empty
            : Md.Of($"{Md.Count(count, "further task")} would only be due if a PROVISIONAL decision changed, and no hours are counted for that. ");
    }

    private static void Risks(MarkdownPage page, Plan plan)
    {
        page.Heading(2, $"Risk register");
        if (plan.Risks.Count == 0)
        {
            page.Say($"The panel found no risk.");
        }

        page.Table(
            ["Risk", "What may happen", "Probability", "Impact", "Mitigated by"],
            plan.Risks.Select(r => new[] { Md.Of($"{r.Id}"), Md.Of($"{r.Title}"), Md.Of($"{r.Probability}"), Md.Of($"{r.Impact}"), Md.Words(r.Tasks) }));
    }

    private static void Decisions(MarkdownPage page, Plan plan)
    {
        page.Heading(2, $"Decisions");
        if (plan.Decisions.Count == 0)
        {
            page.Say($"The ticket and the code base leave no decision to people.");
        }

        page.Table(
            ["Decision", "What is decided", "Outcome", "Status"],
            plan.Decisions.Select(d => new[] { Md.Of($"{d.Decision.Id}"), Md.Of($"{d.Decision.Title}"), Outcome(d), Md.Of($"{StatusWords.Of(d.Status)}") }));
    }

    private static Md Outcome(SettledDecision decision) => decision.Status == DecisionStatus.Pending
        ? Md.Of($"open; planned with {decision.Option}: {decision.Chosen.Title}")
        : Md.Of($"{decision.Option}: {decision.Chosen.Title}");

    private static void Metrics(MarkdownPage page, Plan plan) => page
        .Heading(2, $"Success metrics")
        .Table(
            [.. plan.Map is null ? Array.Empty<string>() : ["Story"], "Criterion", "What must hold", "Shown by", "Built by"],
            plan.Criteria.Items.Select(c => (Md[])[
                .. plan.Map is null ? Array.Empty<Md>() : [Md.Words(c.Story is null ? [] : [c.Story])],
                Md.Of($"{c.Id}"),
                c.Source is null ? Md.Of($"{c.Text}") : Md.Of($"{c.Text} ({c.Source})"),
                Md.Words(plan.Tests.Where(t => t.Covers.Contains(c.Id, StringComparer.Ordinal)).Select(t => t.Id)),
                Md.Words(plan.Tasks.Where(t => t.Satisfies.Contains(c.Id, StringComparer.Ordinal)).Select(t => t.Id)),
            ]));

    private static void Rollback(MarkdownPage page, Plan plan) => page
        .Heading(2, $"Rollback")
        .Say(plan.Rollback.Count == 0 ? (MdText)$"No change needs a rollback." : $"In this order:")
        .Steps(plan.Rollback.Select(s => Md.Of($"{s}")));

    private static void Limitations(MarkdownPage page, Plan plan) => page
        .Heading(2, $"Limitations")
        .Say(plan.Limitations.Count == 0 ? (MdText)$"Everything that was looked for could be read." : $"This plan could not take into account:")
        .Bullets(plan.Limitations.Select(l => Md.Of($"{l}")));
}
