using Planner.Core.Plans;

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
            yield return Md.Of($"Endpoints: {Md.Codes(facts.Endpoints.Take(MostEndpoints).Select(e => $"{e.Method} {e.Route}"))}{More(facts.Endpoints.Count - MostEndpoints)}");
        }

        if (facts.Jobs.Count > 0)
        {
            yield return Md.Of($"Jobs: {Md.Codes(facts.Jobs.Select(j => j.Name))}");
        }

        if (facts.Tests.Count > 0)
        {
            yield return Md.Of($"Tests that cover it today: {Md.Codes(facts.Tests.Select(t => t.Class).Distinct(StringComparer.Ordinal))}");
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
