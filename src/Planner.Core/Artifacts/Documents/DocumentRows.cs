using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the team's constitution, documents and earlier decisions say about the ticket.</summary>
internal static class DocumentRows
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        var found = plan.Grounding.Documents;
        if (found.Principles.Count > 0)
        {
            page.Heading(2, $"What the constitution asks")
                .Table(["Principle", "Says", "Where", "Stated in"], found.Principles.Select(p => Principle(p, plan)));
        }

        if (found.Sections.Count + found.Answers.Count + found.Decisions.Count > 0)
        {
            page.Heading(2, $"What was written and decided before")
                .Table(["Section", "Line", "Why it is told"], found.Sections.Select(s => new[] { Md.Code(s.Place), Md.Of($"{s.Line}"), Md.Of($"{s.Why}") }))
                .Table(["Earlier decision", "Decided", "Status", "Why it is told"], found.Decisions.Select(Decision))
                .Table(
                    ["Earlier question", "Answer", "From"],
                    found.Answers.Select(a => new[] { Md.Of($"{a.Question}"), Md.Of($"{a.Answer}"), Md.Of($"{a.Source} {a.Id}") }));
        }
    }

    private static Md[] Principle(PrincipleFact p, Plan plan) =>
    [
        Md.Of($"{p.Heading}"), Md.Of($"{p.Text}"), Md.Code($"{p.Path}:{p.Line}"),
        Md.Words(plan.Tasks.Where(t => t.Constraints.Contains(TaskConstraints.Stated(p), StringComparer.Ordinal)).Select(t => t.Id)),
    ];

    private static Md[] Decision(ToldDecision told) =>
        [Md.Of($"{told.Decision.Name}: {told.Decision.Title}"), Md.Of($"{told.Decision.Decision}"), Md.Of($"{told.Decision.Status}"), Md.Of($"{told.Why}")];
}
