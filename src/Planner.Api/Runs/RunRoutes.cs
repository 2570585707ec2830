using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Planner.Api.Access;
using Planner.Api.Artifacts;
using Planner.Api.Problems;
using Planner.Core.Planning.Control;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>Starts, shows and steers runs.</summary>
internal static class RunRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/runs", Start).For(ApiRole.Operator).WithName("StartRun").WithSummary("Starts a run; the same Idempotency-Key is the same run.")
            .Produces<StartedRun>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(422);
        api.MapGet("/runs", List).For(ApiRole.Viewer).WithName("ListRuns").WithSummary("Runs, newest first, in pages.")
            .Produces<RunPageView>().ProducesProblem(400);
        api.MapGet("/runs/{id}", Show).For(ApiRole.Viewer).WithName("ShowRun").WithSummary("How far a run is.")
            .Produces<RunView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        Steer(api, "cancel", "CancelRun", "Ends a run that has not ended.", (client, run, reason, c) => client.Stop(run, reason, c));
        Steer(api, "suspend", "SuspendRun", "Holds a run; answers and timers are kept.", (client, run, reason, c) => client.Suspend(run.InstanceId, reason, c));
        Steer(api, "resume", "ResumeRun", "Lets a held run go on.", (client, run, reason, c) => client.Resume(run.InstanceId, reason, c));
    }

    private static async Task<IResult> Start(
        StartRun body, [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey, RunStarter starter, CancellationToken cancellation) =>
        await starter.Start(body, idempotencyKey, cancellation) switch
        {
            StartOutcome.Started started => TypedResults.Accepted($"/api/runs/{started.Run.RunId}", started.Run),
            StartOutcome.Refused refused => Problem.BadRequest(refused.Reason),
            StartOutcome.KeyReused => Problem.Of(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used with another code base."),
            _ => throw new InvalidOperationException("A start has three outcomes."),
        };

    private static async Task<IResult> List(string? status, string? ticket, int? limit, string? cursor, RunListing listing, CancellationToken cancellation)
    {
        var (filter, fault) = RunFilter.Of(status, ticket, limit);
        if (filter is null)
        {
            return Problem.BadRequest(fault!);
        }

        var place = cursor is null ? null : RunCursor.Read(filter, cursor);
        return cursor is not null && place is null
            ? Problem.BadRequest("`cursor` is not one that a page with the same filters returned.")
            : TypedResults.Ok(await listing.Page(filter, place, cancellation));
    }

    internal static async Task<IResult> Show(string id, RunLookup runs, RunSpending spending, Tagged tagged, CancellationToken cancellation) =>
        await runs.Find(id, cancellation) is { } run
            ? tagged.Json(RunView.Of(run) with { ModelCalls = await spending.Of(run, cancellation) })
            : Problem.NoRun();

    private static void Steer(
        IEndpointRouteBuilder api, string verb, string name, string summary, Func<IWorkflowClient, RunInfo, string, CancellationToken, Task> act) =>
        api.MapPost($"/runs/{{id}}/{verb}", async (
                string id, HttpContext context, RunLookup runs, IWorkflowClient client, ILoggerFactory loggers, CancellationToken cancellation) =>
            {
                if (await runs.Current(id, cancellation) is not { } run)
                {
                    return (IResult)Problem.NoRun();
                }

                if (run.HasEnded)
                {
                    return Problem.Conflict($"The run has ended: {RunView.StateOf(run)}.");
                }

                var caller = Caller.Of(context.User);
                Log.Asked(loggers.CreateLogger(typeof(RunRoutes)), caller.Name, verb, run.InstanceId);
                await act(client, run, $"{verb} asked for by {caller.Name}", cancellation);
                return TypedResults.Accepted($"/api/runs/{run.InstanceId}", RunView.Of((await runs.Find(run.InstanceId, cancellation))!));
            })
            .For(ApiRole.Operator).WithName(name).WithSummary(summary)
            .Produces<RunView>(StatusCodes.Status202Accepted).ProducesProblem(404).ProducesProblem(409);
}
