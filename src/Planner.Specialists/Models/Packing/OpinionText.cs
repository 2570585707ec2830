using System.Text;
using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Packing;

/// <summary>An opinion for a model to read, a line for each thing in it: what others planned, or what it said itself before.</summary>
internal static class OpinionText
{
    /// <summary>What was planned, under ids by which tasks can be referred to.</summary>
    public static string Of(Opinion opinion)
    {
        var text = new StringBuilder($"## {opinion.Specialist}\n<<<\n{Fence.Line(opinion.Summary)}\n");
        foreach (var line in Lines(opinion))
        {
            text.Append("- ").Append(Fence.Line(line)).Append('\n');
        }

        return text.Append(">>>").ToString();
    }

    private static IEnumerable<string> Lines(Opinion opinion) =>
    [
        .. opinion.Tasks.Select(Work),
        .. opinion.Tests.Select(t => $"test `{t.Id}` of `{t.Task}` in {t.File ?? "no file"} for {string.Join(", ", t.Covers)}: {t.Title}"),
        .. Schema(opinion.Design<SchemaDesign>()),
        .. (opinion.Design<ServiceDesign>()?.Services ?? []).Select(s =>
            $"type {s.Kind} {s.Type} in {s.File}: {string.Join("; ", s.Members.Select(m => $"{m.Signature} ({m.Purpose})"))}"),
        .. (opinion.Design<ApiDesign>()?.Endpoints ?? []).Select(Endpoint),
        .. (opinion.Design<PipelineDesign>()?.Pipelines ?? []).Select(p =>
            $"pipeline {p.Job} in {p.File}: reads {string.Join(", ", p.Sources)}, writes {string.Join(", ", p.Targets)}; {p.Idempotency}; {p.Failure}"),
        .. opinion.Risks.Select(r => $"risk `{r.Id}`: {r.Title} Mitigation: {r.Mitigation}"),
        .. opinion.Decisions.Select(d =>
            $"decision `{d.Id}`, asked already, do not ask again: {d.Key}: {d.Title} ({string.Join(" | ", d.Options.Select(o => o.Title))})"),
        .. opinion.Questions.Select(q => $"asked already, do not ask again: {q.Key}: {q.Text} Until then: {q.Assumption}"),
    ];

    private static string Work(PlanTask task)
    {
        var files = string.Join(", ", task.Files.Select(f => $"{f.Change.ToString().ToLowerInvariant()} {f.Path}"));
        var after = task.DependsOn.Count > 0 ? $" after {string.Join(", ", task.DependsOn)}" : "";
        var also = task.LikelyAlso is { Count: > 0 } likely ? $" Likely also {string.Join(", ", likely)}." : "";
        return $"task `{task.Id}` ({task.Size}{after}) for {string.Join(", ", task.Satisfies)}: {task.Title}. Files: {files}.{also} {task.Detail}";
    }

    private static IEnumerable<string> Schema(SchemaDesign? schema) => schema is null
        ? []
        : schema.Migrations.Select(m => $"migration {m.Name} at {m.UpPath}: up {m.Up} down {m.Down}");

    private static string Endpoint(EndpointChange endpoint)
    {
        var fields = endpoint.Request.Select(f => $"request {f.Name} {f.Type}").Concat(endpoint.Response.Select(f => $"response {f.Name} {f.Type}"));
        var errors = endpoint.Errors.Select(e => $"{e.Status} {e.Code}");
        return $"endpoint {endpoint.Method} {endpoint.Route} in {endpoint.File} ({endpoint.SuccessStatus}; {string.Join(", ", errors)}): {endpoint.Purpose} "
            + $"{string.Join(", ", fields)}. Access: {endpoint.Authorization}";
    }
}
