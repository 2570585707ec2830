using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Documents;

/// <summary>What the front-end specialist designs.</summary>
internal sealed class FrontendChangesDocument : IArtifactRenderer
{
    private const SpecialistRole Role = SpecialistRole.Frontend;

    public string Path => "FRONTEND_CHANGES.md";

    public string? NotApplicable(Plan plan) => RightSize.NothingFrom(plan, Role, o => o.Design<FrontendDesign>() is { Views.Count: > 0 });

    public string Render(Plan plan)
    {
        var opinion = SpecialistPage.Of(plan, Role);
        var design = opinion.Design<FrontendDesign>()!;
        var page = SpecialistPage.Start(plan, "Front-end changes", opinion)
            .Say($"Built with: {design.Make}.")
            .Table(
                ["View", "Change", "File", "Serves"],
                design.Views.Select(v => new[] { Md.Code(v.Name), Md.Of($"{StatusWords.Of(v.Change)}"), Md.Code(v.File), Md.Words(v.Satisfies) }));
        foreach (var view in design.Views)
        {
            page.Heading(2, $"{Md.Code(view.Name)}").Say($"{view.Purpose}");
            if (view.Calls.Count > 0)
            {
                page.Say($"Calls {Md.Codes(view.Calls)}.");
            }

            page.Table(["When", "People see"], view.States.Select(s => new[] { Md.Of($"{s.State}"), Md.Of($"{s.Shown}") }));
        }

        return page.End(plan, opinion).ToString();
    }
}
