using Planner.Core.Plans;
using Planner.Core.Specialists;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the service specialist designs.</summary>
internal sealed class ServicesChangesDocument : IArtifactRenderer
{
    private const string Specialist = "service";

    public string Path => "SERVICES_CHANGES.md";

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Specialist, o => o.Services is { Services.Count: > 0 });

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Specialist);
        var design = opinion.Services!;
        var page = SpecialistPage.Start(plan, "Service changes", opinion)
            .Heading(2, $"Architecture")
            .Code("mermaid", Diagram(design.Services))
            .Heading(2, $"Interfaces");
        foreach (var service in design.Services)
        {
            Service(page, service);
        }

        Rules(page, design);
        Tests(page, opinion);
        return page.End(plan, opinion).ToString();
    }

    private static string Diagram(IReadOnlyList<ServiceChange> services)
    {
        var changed = services.Select(s => $"  {Node(s.Type)}:::changed");
        var calls = services.SelectMany(s => s.UsedBy.Select(u => $"  {Node(u)} --> {Mermaid.Name(s.Type)}").Concat(s.DependsOn.Select(d => $"  {Mermaid.Name(s.Type)} --> {Node(d)}")));
        return string.Join('\n', [.. changed.Concat(calls).Distinct(StringComparer.Ordinal).Prepend("flowchart TD"), "  classDef changed stroke-width:3px"]);
    }

    private static string Node(string type) => $"{Mermaid.Name(type)}[{Mermaid.Label(type)}]";

    private static void Service(MarkdownPage page, ServiceChange service)
    {
        page.Heading(3, $"{Md.Code(service.Type)} ({service.Kind}, {StatusWords.Of(service.Change)})")
            .Say($"In {Md.Code(service.File)}; calls {Md.Codes(service.DependsOn)}; called by {Md.Codes(service.UsedBy)}.");
        if (service.Members.Count > 0)
        {
            page.Code("csharp", string.Join("\n\n", service.Members.Select(Member)));
        }

        page.Table(["Member", "Error"], service.Members.SelectMany(m => m.Errors.Select(e => new[] { Md.Code(m.Signature), Md.Of($"{e}") })));
    }

    private static string Member(MemberSpec member) =>
        $"/// <summary>{System.Net.WebUtility.HtmlEncode(MarkdownEscape.OneLine(member.Purpose))}</summary>\n{MarkdownEscape.OneLine(member.Signature).TrimEnd(';')};";

    private static void Rules(MarkdownPage page, ServiceDesign design)
    {
        if (design.Rules.Count > 0)
        {
            page.Heading(2, $"Business rules").Table(
                ["Criterion", "Rule", "Home"],
                design.Rules.Select(r => new[] { Md.Of($"{r.Criterion}"), Md.Of($"{r.Text}"), Md.Code(r.Home) }));
        }
    }

    private static void Tests(MarkdownPage page, Opinion opinion)
    {
        if (opinion.Tests.Count > 0)
        {
            page.Heading(2, $"Test specifications").Table(
                ["Test", "What it shows", "Where"],
                opinion.Tests.Select(t => new[] { Md.Of($"{t.Id}"), Md.Of($"{t.Title}"), t.File is null ? Md.Of($"{t.Task}") : Md.Code(t.File) }));
        }
    }
}
