using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Contracts;

/// <summary>Every error code of the endpoints that change: who answers it, what a caller does about it, and which test shows it.</summary>
internal sealed class ErrorsDocument : IArtifactRenderer
{
    public string Path => "contracts/errors.md";

    public string? NotApplicable(Plan plan) =>
        RightSize.NothingFrom(plan, SpecialistRole.Endpoints, o => o.Design<ApiDesign>() is { Endpoints.Count: > 0 })
        ?? (Endpoints(plan).Any(e => e.Errors.Count > 0) ? null : "No endpoint of this plan answers an error of its own.");

    public string Render(Plan plan)
    {
        var errors = Endpoints(plan).SelectMany(e => e.Errors.Select(x => (Endpoint: e, Error: x))).ToList();
        var page = new MarkdownPage()
            .Heading(1, $"Errors over HTTP: {plan.Ticket.Key}")
            .Say($"Bodies are {Md.Code("application/problem+json")} in the shape {Md.Code("Problem")} of {Md.Code(OpenApiRecord.File)}; programs branch on "
                + $"{Md.Code("status")} and {Md.Code("type")}, never on {Md.Code("title")}.")
            .Table(
                ["Status", "Type", "Answered by", "What the caller does", "Sent again as it is", "Shown by"],
                errors.GroupBy(e => (e.Error.Status, e.Error.Code))
                    .OrderBy(g => g.Key.Status)
                    .ThenBy(g => g.Key.Code, StringComparer.Ordinal)
                    .Select(g => Row(plan, g.Key.Status, g.Key.Code, [.. g.Select(e => e.Endpoint)])));
        return Thrown(page, plan).ToString();
    }

    private static IEnumerable<EndpointChange> Endpoints(Plan plan) => SpecialistPage.Of(plan, SpecialistRole.Endpoints).Design<ApiDesign>()?.Endpoints ?? [];

    private static Md[] Row(Plan plan, int status, string code, List<EndpointChange> endpoints)
    {
        var (reaction, again) = Reaction(status);
        var names = endpoints.Select(e => $"{e.Method} {e.Route}").ToList();
        var shown = plan.Tests.Where(t => names.Contains(t.Endpoint, StringComparer.Ordinal) && t.Shows(status)).Select(t => t.Id);
        return [Md.Of($"{status}"), Md.Code($"urn:problem:{code}"), Md.Codes(names), new(reaction), new(again), Md.Words(shown)];
    }

    private static (string Reaction, string Again) Reaction(int status) => status switch
    {
        400 or 422 => ("Mends the request", "no"),
        401 => ("Signs in and sends it with a fresh proof", "no"),
        403 => ("Stops; another caller may", "no"),
        404 => ("Stops; nothing is there for this caller", "no"),
        409 or 412 => ("Reads the present state, then decides anew", "no"),
        410 => ("Stops for good", "no"),
        408 or 425 or 429 or 502 or 503 or 504 => ("Waits, longer each time", "yes"),
        >= 500 => ("Reports it", "only where a repeated call is harmless"),
        _ => ("Mends the request", "no"),
    };

    /// <summary>Exceptions that the code base has for such cases, so that nobody adds a second one.</summary>
    private static MarkdownPage Thrown(MarkdownPage page, Plan plan)
    {
        var types = plan.Grounding.Types.Where(t => t.Name.EndsWith("Exception", StringComparison.Ordinal))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .ToList();
        return types.Count == 0 ? page : page
            .Heading(2, $"Exceptions that exist today")
            .Table(["Exception", "Declared in", "Made of"], types.Select(t => new[] { Md.Code(t.Name), Md.Code($"{t.File}:{t.Line}"), Md.Codes(t.Bases) }));
    }
}
