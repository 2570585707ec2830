using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Planner.Api.Access;
using Planner.Api.Decisions;
using Planner.Api.Problems;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Api.Runs;

/// <summary>Asks that a ticket's plan be made again with something besides.</summary>
internal static class RefineRoute
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/runs/{id}/refine", Refine).For(ApiRole.Operator).WithName("RefineRun")
            .WithSummary("Makes the ticket's newest plan again with an instruction; the same Idempotency-Key is the same run.")
            .Produces<StartedRun>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Refine(
        string id,
        RefineRun body,
        [FromHeader(Name = "Idempotency-Key")] string? idempotencyKey,
        HttpContext context,
        RunLookup runs,
        FollowUps followUps,
        TimeProvider clock,
        ILoggerFactory loggers,
        CancellationToken cancellation)
    {
        if (await runs.Current(id, cancellation) is not { } run)
        {
            return Problem.NoRun();
        }

        if (idempotencyKey is not null && !RunStarter.IsKey(idempotencyKey))
        {
            return Problem.BadRequest(RunStarter.KeyShape);
        }

        if (!Actor.IsText(body.Instruction))
        {
            return Problem.BadRequest(AnswerResults.TooLong);
        }

        var (request, caller) = (Payload.Read<PlanRequest>(run.Input!), Caller.Of(context.User));
        Log.Asked(loggers.CreateLogger(typeof(RefineRoute)), caller.Name, "refine", run.InstanceId);
        var trigger = $"api {idempotencyKey ?? Guid.NewGuid().ToString("n")}";
        return await followUps.Refine(request.Ticket, body.Instruction, caller.Name, clock.GetUtcNow(), trigger, cancellation) switch
        {
            FollowOutcome.Started started =>
                TypedResults.Accepted($"/api/runs/{started.RunId}", new StartedRun(started.RunId, request.Ticket, request.Codebase, Attached: false)),
            FollowOutcome.Refused refused => Problem.BadRequest(refused.Reason),
            FollowOutcome.NoPlan => Problem.Conflict("The ticket has no plan yet, and none is being made. Start a run."),
            FollowOutcome.Reused => Problem.Of(StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used with another instruction."),
            _ => throw new InvalidOperationException("A wish to plan again has four outcomes."),
        };
    }
}

/// <summary>What a plan shall take up besides the words of its ticket.</summary>
/// <param name="Instruction">Planned as a further acceptance criterion; at most 1,000 characters.</param>
public sealed record RefineRun(string Instruction);
