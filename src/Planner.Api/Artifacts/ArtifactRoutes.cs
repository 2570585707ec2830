using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Planner.Api.Access;
using Planner.Api.Problems;
using Planner.Core.Artifacts;
using Planner.Core.Text.Paths;

namespace Planner.Api.Artifacts;

/// <summary>Hands out what runs wrote: one by one, or all in an archive.</summary>
internal static class ArtifactRoutes
{
    private const string NoVersion = "The run has written no version yet.";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/artifacts", List).For(ApiRole.Viewer).WithName("ListArtifacts").WithSummary("The files that a run wrote.")
            .Produces<ArtifactListView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        api.MapGet("/runs/{id}/artifacts/{**path}", File).For(ApiRole.Viewer).WithName("ReadArtifact").WithSummary("One file.")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        api.MapGet("/runs/{id}/artifacts.zip", Archive).For(ApiRole.Viewer).WithName("DownloadArtifacts").WithSummary("All files as a ZIP archive.")
            .Produces(StatusCodes.Status200OK).Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
    }

    private static async Task<IResult> List(string id, RunVersion versions, Tagged tagged, CancellationToken cancellation)
    {
        if (await versions.Find(id, cancellation) is not { } place)
        {
            return Problem.NoRun();
        }

        var items = (await versions.Files(place, cancellation)).Select(f => new ArtifactView(
            f.Path, f.Sha256, f.Bytes, ContentKinds.Of(f.Path), $"/api/runs/{place.RunId}/artifacts/{f.Path}"));
        return tagged.Json(new ArtifactListView(place.RunId, place.Ticket, place.Version, [.. items]));
    }

    private static async Task<IResult> File(string id, string path, RunVersion versions, Tagged tagged, CancellationToken cancellation)
    {
        if (await versions.Find(id, cancellation) is not { } place)
        {
            return Problem.NoRun();
        }

        if (place.Version is null)
        {
            return Problem.NotFound(NoVersion);
        }

        return ArtifactPath.IsFile(path) && await versions.Read(place, path, cancellation) is { } text
            ? tagged.Bytes(RunVersion.Bytes(text), ContentKinds.Of(path), PathParts.Name(path))
            : Problem.NotFound("There is no such file.");
    }

    private static async Task<IResult> Archive(string id, RunVersion versions, Tagged tagged, CancellationToken cancellation)
    {
        if (await versions.Find(id, cancellation) is not { } place)
        {
            return Problem.NoRun();
        }

        if (place.Version is null)
        {
            return Problem.NotFound(NoVersion);
        }

        var files = new List<(string, string)>();
        foreach (var path in await versions.List(place, cancellation))
        {
            files.Add((path, await versions.Read(place, path, cancellation)
                ?? throw new ArtifactMissingException($"{path} of {place.RunId} is listed and cannot be read.")));
        }

        var name = $"{place.Ticket}-v{place.Version}";
        return tagged.Bytes(await PlanArchive.Of(name, files, cancellation), "application/zip", $"{name}.zip");
    }
}
