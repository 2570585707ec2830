using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>For a small plan, what else would stand on pages of its own: scripts, members and endpoints.</summary>
internal static class SmallChanges
{
    public static void Write(MarkdownPage page, Plan plan)
    {
        if (!RightSize.IsSmall(plan) || plan.Opinions.All(o => o.Designs.All(d => d is FrontendDesign)))
        {
            return;
        }

        page.Heading(2, $"Changes");
        foreach (var opinion in plan.Opinions.Where(o => o.Applies))
        {
            foreach (var design in opinion.Designs)
            {
                Write(page, design);
            }
        }
    }

    private static MarkdownPage Write(MarkdownPage page, Design design) => design.Match(
        schema => MigrationSections.Write(page, schema.Migrations, level: 3),
        pipelines => page.Bullets(pipelines.Pipelines.Select(Pipeline)),
        services => page.Bullets(services.Services.Select(Service)),
        api => page.Bullets(api.Endpoints.Select(Endpoint)),
        frontend => page,
        performance => page.Bullets(performance.Targets.Select(Target)));

    private static Md Pipeline(PipelineChange p) =>
        Md.Of($"{StatusWords.Of(p.Change)} {Md.Code(p.Job)} ({Md.Code(p.File)}): reads {Md.Codes(p.Sources)}, writes {Md.Codes(p.Targets)}");

    private static Md Endpoint(EndpointChange e) =>
        Md.Of($"{StatusWords.Of(e.Change)} {Md.Code($"{e.Method} {e.Route}")} ({Md.Code(e.File)}): {e.Purpose}");

    private static Md Target(PerformanceTarget target) => target.Limit is null
        ? Md.Of($"how long {Md.Code(target.Subject)} may take is not stated")
        : Md.Of($"{Md.Code(target.Subject)} takes at most "
            + $"{target.Limit}{(target.Percentile is { } p ? $" ({p})" : "")}{(target.Load is { } load ? $" at {load}" : "")}");

    private static Md Service(ServiceChange service) => service.Members.Count == 0
        ? Md.Of($"{StatusWords.Of(service.Change)} {Md.Code(service.Type)} ({Md.Code(service.File)})")
        : Md.Of($"{StatusWords.Of(service.Change)} {Md.Code(service.Type)} ({Md.Code(service.File)}): {Md.Codes(service.Members.Select(m => m.Signature))}");
}
