using Planner.Core.Artifacts.Markdown;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Changes;

/// <summary>The sections of <see cref="ChangesDocument"/>; one without a change is left out.</summary>
internal static class ChangesSections
{
    public static void Write(MarkdownPage page, PlanChanges changes)
    {
        Section(page, "Criteria", ["Criterion", "Change", "Now", "Before"], Criteria(changes));
        Section(page, "Decisions", ["Decision", "Change", "Now", "Before"], Decisions(changes));
        Section(page, "Tasks", ["Task", "Change", "What"], Tasks(changes));
        Section(page, "Tests", ["Test", "Change", "What it shows"], Tests(changes));
        Section(page, "Risks", ["Risk", "Change", "What"], Risks(changes));
        Section(page, "Questions", ["Question", "Change", "What"], Questions(changes));
        Section(
            page,
            "Confidence",
            ["Specialist", "Before", "Now"],
            changes.Confidence.Select(c => new[] { Md.Of($"{c.Specialist}"), Score(c.Before), Score(c.After) }));
        Section(page, "Files", ["File", "Change"], changes.Files.Added.Select(f => new[] { Md.Code(f), Md.Of($"is changed now") })
            .Concat(changes.Files.Removed.Select(f => new[] { Md.Code(f), Md.Of($"is no longer changed") })));
    }

    private static void Section(MarkdownPage page, string title, IReadOnlyList<string> headers, IEnumerable<Md[]> rows)
    {
        var all = rows.ToList();
        if (all.Count > 0)
        {
            page.Heading(2, $"{title}").Table(headers, all);
        }
    }

    /// <summary>A version that kept no criteria says nothing about which are new.</summary>
    private static IEnumerable<Md[]> Criteria(PlanChanges changes) => changes.Before.Tasks.Criteria.Count == 0 ? [] :
    [
        .. changes.Criteria.Added.Select(c => new[] { Md.Of($"{c.Id}"), Md.Of($"added"), Md.Of($"{c.Text}"), Md.Of($"–") }),
        .. changes.Reworded.Select(p =>
            new[] { Md.Of($"{p.After.Id}{Was(p.Before.Id, p.After.Id)}"), Md.Of($"reworded"), Md.Of($"{p.After.Text}"), Md.Of($"{p.Before.Text}") }),
        .. changes.Criteria.Removed.Select(c => new[] { Md.Of($"was {c.Id}"), Md.Of($"removed"), Md.Of($"–"), Md.Of($"{c.Text}") }),
    ];

    private static IEnumerable<Md[]> Decisions(PlanChanges changes) =>
    [
        .. changes.Decisions.Added.Select(d => new[] { Md.Of($"{d.Id}"), Md.Of($"new"), Md.Of($"{d.Title} {Stand(d)}"), Md.Of($"–") }),
        .. changes.Moved.Select(p => new[] { Md.Of($"{p.After.Id}{Was(p.Before.Id, p.After.Id)}"), Word(p.Before, p.After), Stand(p.After), Stand(p.Before) }),
        .. changes.Decisions.Removed.Select(d => new[] { Md.Of($"was {d.Id}"), Md.Of($"no longer asked"), Md.Of($"–"), Md.Of($"{d.Title} {Stand(d)}") }),
    ];

    private static Md Word(DecisionEntry before, DecisionEntry after) =>
        after.Status == DecisionStatus.Decided && before.Status != DecisionStatus.Decided ? Md.Of($"decided")
        : before.Option != after.Option ? Md.Of($"another option")
        : before.Status != after.Status ? Md.Of($"another status")
        : Md.Of($"another recommendation, {after.Recommendation}");

    private static Md Stand(DecisionEntry decision) => decision.Option is null
        ? Md.Of($"({StatusWords.Of(decision.Status)})")
        : Md.Of($"({StatusWords.Of(decision.Status)}, {decision.Option}: {decision.Decision})");

    private static IEnumerable<Md[]> Tasks(PlanChanges changes) =>
    [
        .. changes.Tasks.Added.Select(t => new[] { Md.Of($"{t.Id}"), Md.Of($"added"), Md.Of($"{t.Title}") }),
        .. changes.Changed.Select(c =>
            new[] { Md.Of($"{c.After.Id}{Was(c.Before.Id, c.After.Id)}"), Md.Of($"changed"), Md.Of($"{string.Join("; ", c.What)}") }),
        .. changes.Tasks.Removed.Select(t => new[] { Md.Of($"was {t.Id}"), Md.Of($"removed"), Md.Of($"{t.Title}") }),
    ];

    private static IEnumerable<Md[]> Tests(PlanChanges changes) =>
    [
        .. changes.Tests.Added.Select(t => new[] { Md.Of($"{t.Id}"), Md.Of($"added"), Md.Of($"{t.Title}") }),
        .. changes.Shown.Select(p => new[] { Md.Of($"{p.After.Id}{Was(p.Before.Id, p.After.Id)}"), Md.Of($"changed"), Md.Of($"{p.After.Title}") }),
        .. changes.Tests.Removed.Select(t => new[] { Md.Of($"was {t.Id}"), Md.Of($"removed"), Md.Of($"{t.Title}") }),
    ];

    private static IEnumerable<Md[]> Risks(PlanChanges changes) =>
    [
        .. changes.Risks.Added.Select(r => new[] { Md.Of($"{r.Id}"), Md.Of($"new"), Md.Of($"{r.Title}") }),
        .. changes.Rated.Select(p => new[]
        {
            Md.Of($"{p.After.Id}{Was(p.Before.Id, p.After.Id)}"),
            Md.Of($"rated otherwise"),
            Md.Of($"probability {p.Before.Probability} → {p.After.Probability}, impact {p.Before.Impact} → {p.After.Impact}"),
        }),
        .. changes.Risks.Removed.Select(r => new[] { Md.Of($"was {r.Id}"), Md.Of($"gone"), Md.Of($"{r.Title}") }),
    ];

    private static IEnumerable<Md[]> Questions(PlanChanges changes) =>
    [
        .. changes.Questions.Added.Select(q => new[] { Md.Of($"{q.Id}"), Md.Of($"new"), Md.Of($"{q.Text}") }),
        .. changes.Asked.Select(p => new[] { Md.Of($"{p.After.Id}{Was(p.Before.Id, p.After.Id)}"), Md.Of($"reworded"), Md.Of($"{p.After.Text}") }),
        .. changes.Answered.Select(q => new[] { Md.Of($"{q.Id}"), Md.Of($"answered"), Md.Of($"{q.Answer}") }),
        .. changes.Questions.Removed.Select(q => new[] { Md.Of($"was {q.Id}"), Md.Of($"no longer asked"), Md.Of($"{q.Text}") }),
    ];

    private static Md Was(string before, string after) => before == after ? Md.Empty : new($" (was {Md.Of($"{before}").Value})");

    private static Md Score(int? confidence) => confidence is { } score ? Md.Of($"{score}") : Md.Of($"nothing to do");
}
