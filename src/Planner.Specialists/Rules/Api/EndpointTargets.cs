using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Api;

/// <summary>Where an endpoint goes when no other was found: the web project's Program.cs, else a file beside it.</summary>
internal static class EndpointTargets
{
    public static string WithoutSibling(NewEndpoint endpoint, RuleContext brief)
    {
        var web = brief.Grounding.Projects.FirstOrDefault(p => !p.IsTest
            && (p.Name.EndsWith("Api", StringComparison.Ordinal) || p.Name.EndsWith("Web", StringComparison.Ordinal)))
            ?? brief.Grounding.Projects.FirstOrDefault(p => !p.IsTest);
        var program = web is null ? null : Files.Beside(web.Path, "Program.cs");
        return program is not null && brief.Files.Exists(program)
            ? program
            : web is null ? "Program.cs" : Files.Beside(web.Path, $"{Words.Pascal(endpoint.Segments[^1])}Endpoints.cs");
    }
}
