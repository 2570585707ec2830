using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Packing;

/// <summary>What a plan designs, as lines with a title for each kind: scripts, endpoints, types, jobs, views, targets.</summary>
internal static class DesignText
{
    private const int LongestScript = 8_000;

    public static IEnumerable<(string Title, IEnumerable<string> Lines)> Of(IReadOnlyList<Opinion> opinions) =>
    [
        ("Scripts of the schema", opinions.Designs<SchemaDesign>().SelectMany(d => d.Migrations).SelectMany(Script)),
        ("Endpoints as they shall be", opinions.Designs<ApiDesign>().SelectMany(d => d.Endpoints).SelectMany(Endpoint)),
        ("Types as they shall be", opinions.Designs<ServiceDesign>().SelectMany(d => d.Services).SelectMany(Type)),
        ("Jobs", opinions.Designs<PipelineDesign>().SelectMany(d => d.Pipelines).Select(Job)),
        ("Views", opinions.Designs<FrontendDesign>().SelectMany(d => d.Views).Select(v =>
            $"{v.Change.ToString().ToLowerInvariant()} {v.Name} in {v.File}: {v.Purpose} Calls {string.Join(", ", v.Calls)}")),
        ("What is measured", opinions.Designs<PerformanceDesign>().SelectMany(d => d.Targets).Select(t =>
            $"{t.Subject}: {t.Percentile} {t.Limit ?? "no limit is known"} {t.Load}")),
    ];

    private static IEnumerable<string> Script(MigrationScript script)
    {
        var lasting = script.Irreversible is { } why ? $", cannot be undone: {why}" : "";
        return
        [
            $"{script.Name} at {script.UpPath} ({script.Role}, writes {string.Join(", ", script.Tables)}{lasting})", .. Lines(script.Up),
            .. script.DownPath is { } down ? Lines(script.Down).Prepend($"{down}, the way back") : [],
        ];
    }

    private static IEnumerable<string> Endpoint(EndpointChange endpoint) =>
    [
        $"{endpoint.Change.ToString().ToLowerInvariant()} {endpoint.Method} {endpoint.Route} in {endpoint.File}: {endpoint.Purpose} "
            + $"Success {endpoint.SuccessStatus}. Access: {endpoint.Authorization}",
        .. endpoint.Request.Select(f => $"  request {Field(f)}"),
        .. endpoint.Response.Select(f => $"  response {Field(f)}"),
        .. endpoint.Errors.Select(e => $"  {e.Status} {e.Code}: {e.When}"),
    ];

    private static string Field(ApiField field) =>
        $"{field.Name}: {field.Type}{(field.Format is { } format ? $"/{format}" : "")}{(field.Required ? ", required" : "")}. {field.Rule}";

    private static IEnumerable<string> Type(ServiceChange type) =>
    [
        $"{type.Change.ToString().ToLowerInvariant()} {type.Kind} {type.Type} in {type.File}, used by {string.Join(", ", type.UsedBy)}",
        .. type.Members.Select(m => $"  {m.Signature} -- {m.Purpose} {string.Join("; ", m.Errors)}"),
    ];

    private static string Job(PipelineChange job) =>
        $"{job.Change.ToString().ToLowerInvariant()} {job.Job} in {job.File}: reads {string.Join(", ", job.Sources)}, writes {string.Join(", ", job.Targets)}. "
        + $"{job.Idempotency} On failure: {job.Failure} Compared by: {job.Reconciliation}";

    private static IEnumerable<string> Lines(string script) =>
        (script.Length <= LongestScript ? script : script[..LongestScript] + "\n(cut)")
            .ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => $"  {l}");
}
