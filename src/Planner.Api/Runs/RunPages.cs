using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Planner.Api.Access;

namespace Planner.Api.Runs;

/// <summary>Where comments and messages lead people. The address of a run stays; as long as there is no page, it shows what the interface knows.</summary>
internal static class RunPages
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/runs/{id}", RunRoutes.Show).For(ApiRole.Viewer).WithName("OpenRun").WithSummary("Where comments and messages lead people: how far a run is.")
        .Produces<RunView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
}
