using Planner.Core.Artifacts.Markdown;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>Each decision with its options and what became of it.</summary>
internal sealed class DecisionsDocument : IArtifactRenderer
{
    public string Path => "decisions.md";

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan)
    {
        var page = new MarkdownPage().Heading(1, $"Decisions: {plan.Ticket.Key}");
        if (plan.Decisions.Count == 0)
        {
            page.Say($"No decision was needed: ticket and code base allow only one approach.");
        }

        page.Table(["Decision", "Title", "Category", "Status", "Option"], plan.Decisions.Select(Row));
        foreach (var decision in plan.Decisions)
        {
            Section(page, decision);
            page.Bullets(Contradiction.Among([decision], plan.Grounding.Documents).Select(Conflict));
        }

        return page.ToString();
    }

    private static Md[] Row(SettledDecision d) =>
    [
        Md.Of($"{d.Decision.Id}"), Md.Of($"{d.Decision.Title}"), Md.Of($"{d.Decision.Category}"), Md.Of($"{StatusWords.Of(d.Status)}"),
        d.Status == DecisionStatus.Pending ? Md.Of($"open") : Md.Of($"{d.Option}"),
    ];

    private static void Section(MarkdownPage page, SettledDecision settled)
    {
        var decision = settled.Decision;
        page.Heading(2, $"{decision.Id} {decision.Title}")
            .Say($"{decision.Context}")
            .Table(["Option", "Title", "For", "Against", "Fits best", "Cost", "To reverse"], decision.Options.Select(Option));
        foreach (var option in decision.Options.Where(o => o.Sketch is not null))
        {
            page.Heading(3, $"Option {option.Id} drawn").Code("mermaid", SketchDiagram.Of(option.Sketch!));
        }

        page.Say($"**Recommended: {decision.Recommendation}.** {decision.Rationale}")
            .Say(Outcome(settled))
            .Bullets(Consequences(decision));
    }

    private static Md[] Option(DecisionOption o) =>
        [
            Md.Of($"{o.Id}"),
            Md.Of($"{o.Title}"),
            Points(o.Pros),
            Points(o.Cons),
            o.BestFor.Length > 0 ? Md.Of($"{o.BestFor.TrimEnd('.')}") : Md.Of($"–"),
            Md.Of($"{o.Cost}"),
            Md.Of($"{o.Reversibility}"),
        ];

    private static Md Points(IReadOnlyList<string> points) => new(string.Join("; ", points.Select(p => MarkdownEscape.Prose(p.TrimEnd('.')).Value)));

    private static Md Conflict(Contradiction c) => Md.Of(
        $"**Conflict** with {c.Earlier.Name} ({c.Earlier.Status}): it decided \"{c.Earlier.Decision}\", which is option {c.Option.Id} here. One of the two "
            + $"must give way, or it must be said why both hold. It is to be looked at again when: "
            + $"{(c.Earlier.ReviewTrigger.Length > 0 ? c.Earlier.ReviewTrigger : "nothing was said")}");

    private static MdText Outcome(SettledDecision d) => d.Status switch
    {
        DecisionStatus.Pending when d.Deadline == default => $"**Pending.** It emerged in the last round and is planned with option {d.Option}.",
        DecisionStatus.Pending => $"**Pending** until {IsoTime.Of(d.Deadline)}; planned with option {d.Option} meanwhile.",
        DecisionStatus.Decided => $"**Decided: {d.Option}**, by {d.DecidedBy} on {IsoTime.Of(d.Timestamp)}. {d.Rationale}",
        DecisionStatus.Provisional =>
            $"**PROVISIONAL: {d.Option}**, by {d.DecidedBy} on {IsoTime.Of(d.Timestamp)} (deadline {IsoTime.Of(d.Deadline)}). {d.Rationale}",
        _ => throw new ArgumentOutOfRangeException(nameof(d)),
    };

    private static IEnumerable<Md> Consequences(Decision decision)
    {
        yield return Md.Of($"Impact: {decision.Impact}");
        yield return Md.Of($"Reversibility: {decision.Reversibility}");
        yield return Md.Of($"Review trigger: {decision.ReviewTrigger}");
        if (decision.DependsOn.Count > 0)
        {
            yield return Md.Of($"Depends on: {Md.Words(decision.DependsOn)}");
        }
    }
}
