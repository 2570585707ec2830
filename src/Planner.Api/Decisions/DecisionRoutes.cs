using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Planner.Api.Access;
using Planner.Api.Artifacts;
using Planner.Api.Problems;
using Planner.Api.Runs;
using Planner.Core.Decisions;
using Planner.Core.Planning;

namespace Planner.Api.Decisions;

/// <summary>Shows decisions and takes them.</summary>
internal static class DecisionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/decisions", List).For(ApiRole.Viewer).WithName("ListDecisions").WithSummary("Decisions and how they stand.")
            .Produces<DecisionListView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        api.MapPost("/runs/{id}/decisions/{decision}", Take).For(ApiRole.Stakeholder).WithName("TakeDecision").WithSummary("Takes a decision; the first one counts.")
            .Produces<TakenAnswer>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> List(string id, RunVersion versions, AnswerBook book, Tagged tagged, CancellationToken cancellation) =>
        await versions.Find(id, cancellation) is { } place
            ? tagged.Json(new DecisionListView(place.RunId, await book.Decisions(place, cancellation)))
            : Problem.NoRun();

    private static async Task<IResult> Take(
        string id, string decision, TakeDecision body, HttpContext context, RunLookup runs, AnswerDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        if (await runs.Current(id, cancellation) is not { } run)
            return Problem.NoRun();
        var (by, fault) = Spokesman.Of(Caller.Of(context.User), body.DecidedBy);
        if (by is null)
            return fault is null ? Problem.Of(StatusCodes.Status403Forbidden, AnswerResults.NotForOthers) : Problem.BadRequest(fault);
        if (!Spokesman.IsText(body.Rationale ?? ""))
            return Problem.BadRequest(AnswerResults.TooLong);
        var answer = InboxAnswer.Decided(body.Option, body.Rationale ?? "", by, clock.GetUtcNow());
        return AnswerResults.Of(await desk.Decide(run.InstanceId, decision, answer, cancellation), run.InstanceId, decision, answer);
    }
}
