using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Planner.Api.Access;
using Planner.Api.Artifacts;
using Planner.Api.Decisions;
using Planner.Api.Problems;
using Planner.Core.Artifacts.Records;

namespace Planner.Api.Progress;

/// <summary>Shows the execution plan and takes reports of whoever carries it out.</summary>
internal static class TaskRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/tasks", List).For(ApiRole.Viewer).WithName("ListTasks").WithSummary("Tasks, waves, and how far they are.")
            .Produces<TaskListView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        api.MapPatch("/runs/{id}/tasks/{task}", Report).For(ApiRole.Operator).WithName("ReportTask").WithSummary("Says how far a task is.")
            .Produces<ProgressEntry>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> List(string id, RunVersion versions, TaskBoard board, Tagged tagged, CancellationToken cancellation) =>
        await versions.Find(id, cancellation) is { } place ? tagged.Json(await board.Read(place, cancellation)) : Problem.NoRun();

    private static async Task<IResult> Report(
        string id, string task, ReportTask body, HttpContext context, RunVersion versions, TaskBoard board, TimeProvider clock, CancellationToken cancellation)
    {
        if (await versions.Find(id, cancellation) is not { } place)
        {
            return Problem.NoRun();
        }

        if (!Enum.IsDefined(body.Status))
        {
            return Problem.BadRequest("`status` must be Todo, Doing, Done or Blocked.");
        }

        if (!Actor.IsText(body.Note ?? ""))
        {
            return Problem.BadRequest(AnswerResults.TooLong);
        }

        var entry = new ProgressEntry(task, body.Status, body.Note ?? "", Caller.Of(context.User).Name, clock.GetUtcNow());
        return await board.Report(place, entry, cancellation) ? TypedResults.Ok(entry) : Problem.NotFound("The plan has no such task.");
    }
}
