using Planner.Core.Artifacts.Markdown;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;
using Planner.Core.Text.Paths;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What waits for what, as a graph and by component.</summary>
internal sealed class DependenciesDocument : IArtifactRenderer
{
    private const int MostPackages = 8;

    public string Path => "dependencies.md";

    public string? NotApplicable(Plan plan) => RightSize.TooSmall(plan);

    public string Render(Plan plan)
    {
        var byId = plan.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var across = plan.Tasks
            .SelectMany(t => t.DependsOn.Select(d => byId[d]).Where(d => d.Area != t.Area).Select(d => (t, d)))
            .Select(p => new[] { Md.Of($"{p.t.Id} ({p.t.Area})"), Md.Of($"{p.d.Id} ({p.d.Area})"), Because(p.t, p.d, plan) })
            .ToList();
        var page = new MarkdownPage()
            .Heading(1, $"Dependencies: {plan.Ticket.Key}")
            .Say($"Thick frames mark the critical path.")
            .Code("mermaid", Graph(plan))
            .Heading(2, $"Across components");
        page = across.Count > 0 ? page.Table(["Task", "Waits for", "Because both"], across) : page.Say($"No component waits for another.");
        return External(page, plan).ToString();
    }

    private static string Graph(Plan plan)
    {
        var provisional = plan.Decisions.Where(d => d.Status == Planner.Core.Opinions.DecisionStatus.Provisional)
            .Select(d => d.Decision.Id)
            .ToHashSet(StringComparer.Ordinal);
        var lines = new List<string> { "flowchart LR" };
        foreach (var area in plan.Tasks.GroupBy(t => t.Area))
        {
            lines.Add($"  subgraph {Mermaid.Name("area_" + area.Key)}[{Mermaid.Label(area.Key)}]");
            lines.AddRange(area.Select(t => $"    {t.Id}[{Mermaid.Label($"{t.Id} {t.Title}")}]{Style(t, plan)}"));
            lines.Add("  end");
        }

        lines.AddRange(plan.Tasks.SelectMany(t => t.DependsOn.Select(d => $"  {d} {(t.Contingent ? "-.->" : "-->")} {t.Id}")));
        lines.AddRange(plan.Decisions
            .Where(d => d.Decision.DependsOn.Count > 0)
            .SelectMany(d => d.Decision.DependsOn.Select(b => $"  {Decision(b, provisional)} --> {Decision(d.Decision.Id, provisional)}")));
        lines.Add("  classDef critical stroke-width:4px");
        return string.Join('\n', lines);
    }

    private static string Decision(string id, HashSet<string> provisional) =>
        $"d_{id.ToLowerInvariant()}([{Mermaid.Label(provisional.Contains(id) ? id + ProvisionalMarks.Mark : id)}])";

    private static string Style(PlanTask task, Plan plan) => plan.CriticalPath.Tasks.Contains(task.Id, StringComparer.Ordinal) ? ":::critical" : "";

    private static Md Because(PlanTask task, PlanTask before, Plan plan)
    {
        var things = new Footprint(task, plan.Opinions).SharedWith(new(before, plan.Opinions));
        var served = task.Satisfies.Intersect(before.Satisfies, StringComparer.Ordinal).ToList();
        return things.Count > 0 ? Md.Of($"touch {Md.Codes(things)}")
            : served.Count > 0 ? Md.Of($"serve {Md.Words(served)}")
            : StoryLinks.AreApart(task, before) ? Md.Of($"are one chain: {task.Story} builds on {before.Story}")
            : Md.Of($"are one chain of work");
    }

    private static MarkdownPage External(MarkdownPage page, Plan plan)
    {
        var changed = plan.Tasks.SelectMany(t => t.Files).Select(f => f.Path).ToList();
        var projects = plan.Grounding.Projects
            .Where(p => p.Packages.Count + p.References.Count > 0
                && changed.Exists(c => c.StartsWith(PathParts.FolderPrefix(p.Path), StringComparison.Ordinal)))
            .ToList();
        return projects.Count == 0 ? page : page
            .Heading(2, $"Projects that change")
            .Table(["Project", "Builds on", "Packages"], projects.Select(p => new[] { Md.Code(p.Name), Md.Codes(p.References), Packages(p) }));
    }

    private static Md Packages(ProjectFact project) => project.Packages.Count > MostPackages
        ? Md.Of($"{Md.Codes(project.Packages.Take(MostPackages))} and {project.Packages.Count - MostPackages} more")
        : Md.Codes(project.Packages);
}
