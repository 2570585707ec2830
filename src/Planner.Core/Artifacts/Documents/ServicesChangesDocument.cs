using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the service specialist designs.</summary>
internal sealed class ServicesChangesDocument : IArtifactRenderer
{
    private const SpecialistRole Role = SpecialistRole.Services;

    public string Path => "SERVICES_CHANGES.md";

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Role, o => o.Design<ServiceDesign>() is { Services.Count: > 0 });

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Role);
        var design = opinion.Design<ServiceDesign>()!;
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
        var changed = services.Select(s => s.Type).Distinct(StringComparer.Ordinal).ToList();
        var around = services.SelectMany(s => s.UsedBy.Concat(s.DependsOn)).Distinct(StringComparer.Ordinal).Except(changed, StringComparer.Ordinal);
        var calls = services.SelectMany(s => s.UsedBy.Select(u => Call(u, s.Type)).Concat(s.DependsOn.Select(d => Call(s.Type, d))));
        return string.Join('\n', [
            "flowchart TD",
            .. changed.Select(t => $"  {Node(t)}:::changed"),
            .. around.Select(t => $"  {Node(t)}"),
            .. calls.Distinct(StringComparer.Ordinal),
            "  classDef changed stroke-width:3px",
        ]);
    }

    private static string Node(string type) => $"{Mermaid.Name(type)}[{Mermaid.Label(type)}]";

    private static string Call(string from, string to) => $"  {Mermaid.Name(from)} --> {Mermaid.Name(to)}";

    private static void Service(MarkdownPage page, ServiceChange service)
    {
        page.Heading(3, $"{Md.Code(service.Type)} ({service.Kind}, {StatusWords.Of(service.Change)})")
            .Say($"In {Md.Code(service.File)}{Linked("calls", service.DependsOn)}{Linked("called by", service.UsedBy)}.");
        if (service.Members.Count > 0)
        {
            page.Code("csharp", string.Join("\n\n", service.Members.Select(Member)));
        }

        page.Table(["Member", "Error"], service.Members.SelectMany(m => m.Errors.Select(e => new[] { Md.Code(m.Signature), Md.Of($"{e}") })));
    }

    private static Md Linked(string how, IReadOnlyList<string> types) => types.Count == 0 ? Md.Empty : Md.Of($"; {new Md(how)} {Md.Codes(types)}");

    private static string Member(MemberSpec member)
    {
        var signature = MarkdownEscape.OneLine(member.Signature).TrimEnd(';');
        var isProperty = signature.IndexOfAny(['(', '{', '=']) < 0;
        return $"/// <summary>{Documented(member.Purpose)}</summary>\n{signature}{(isProperty ? " { get; }" : ";")}";
    }

    /// <summary>What stands in backticks becomes code in XML's words.</summary>
    private static string Documented(string purpose)
    {
        var parts = System.Net.WebUtility.HtmlEncode(MarkdownEscape.OneLine(purpose)).Split('`');
        return parts.Length % 2 == 0 ? string.Concat(parts) : string.Concat(parts.Select((p, i) => i % 2 == 1 ? $"<c>{p}</c>" : p));
    }

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
