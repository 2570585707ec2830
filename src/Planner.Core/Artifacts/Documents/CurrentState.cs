using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the code base holds today that bears on the ticket.</summary>
internal static class CurrentState
{
    private const int MostFiles = 12;
    private const int MostEndpoints = 8;

    public static void Write(MarkdownPage page, Plan plan)
    {
        var facts = plan.Grounding;
        page.Heading(2, $"Current state");
        if (facts.Files.Count == 0)
        {
            page.Say($"No file of the code base bears on the ticket.");
        }

        page.Table(["File", "Why it matters"], facts.Files.Take(MostFiles).Select(f => new[] { Md.Code(f.Path), Md.Of($"{f.Why}") }))
            .Bullets(Facts(plan));
    }

    /// <summary>The likeliest files and those that the plan changes: what lies further off is no news to a reader.</summary>
    private static HashSet<string> Near(Plan plan) =>
        [.. plan.Grounding.Files.Take(MostFiles).Select(f => f.Path), .. plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path)];

    private static Md More(int count) => count > 0 ? Md.Of($" and {count} more in {Md.Code("grounding.json")}") : Md.Empty;

    private static IEnumerable<Md> Facts(Plan plan)
    {
        var facts = plan.Grounding;
        if (facts.Tables.Count > 0)
        {
            yield return Md.Of($"Tables: {Md.Codes(facts.Tables.Select(t => t.FullName))}");
        }

        if (facts.Endpoints.Count > 0)
        {
            yield return Md.Of(
                $"Endpoints: {Md.Codes(facts.Endpoints
                    .Take(MostEndpoints)
                    .Select(e => $"{e.Method} {e.Route}"))}{More(facts.Endpoints.Count - MostEndpoints)}");
        }

        var near = Near(plan);
        if (facts.Jobs.Where(j => near.Contains(j.File)).Select(j => j.Name).ToList() is { Count: > 0 } jobs)
        {
            yield return Md.Of($"Jobs: {Md.Codes(jobs)}");
        }

        if (facts.Tests.Where(t => near.Contains(t.File)).Select(t => t.Class).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } tests)
        {
            yield return Md.Of($"Tests that cover it today: {Md.Codes(tests)}");
        }

        var unknown = facts.Mentions.Where(m => !m.IsResolved).Select(m => m.Text).Distinct(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            yield return Md.Of($"Named in the ticket and not found: {Md.Codes(unknown)}");
        }

        foreach (var note in RightSize.IsSmall(plan) ? plan.Research : [])
        {
            yield return Md.Of($"Researched, {note.Gap}: {note.Fact} ({Md.Code(note.Source)})");
        }
    }
}
