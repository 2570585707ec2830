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

/// <summary>Shows questions and takes answers.</summary>
internal static class QuestionRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/runs/{id}/questions", List).For(ApiRole.Viewer).WithName("ListQuestions").WithSummary("Questions and their answers.")
            .Produces<QuestionListView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);
        api.MapPost("/runs/{id}/questions/{question}", Answer).For(ApiRole.Stakeholder).WithName("AnswerQuestion").WithSummary("Answers a question; the first answer counts.")
            .Produces<TakenAnswer>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> List(string id, RunVersion versions, AnswerBook book, Tagged tagged, CancellationToken cancellation) =>
        await versions.Find(id, cancellation) is { } place
            ? tagged.Json(new QuestionListView(place.RunId, await book.Questions(place, cancellation)))
            : Problem.NoRun();

    private static async Task<IResult> Answer(
        string id, string question, GiveAnswer body, HttpContext context, RunLookup runs, AnswerDesk desk, TimeProvider clock, CancellationToken cancellation)
    {
        if (await runs.Current(id, cancellation) is not { } run)
            return Problem.NoRun();
        var (by, fault) = Spokesman.Of(Caller.Of(context.User), body.DecidedBy);
        if (by is null)
            return fault is null ? Problem.Of(StatusCodes.Status403Forbidden, AnswerResults.NotForOthers) : Problem.BadRequest(fault);
        if (string.IsNullOrWhiteSpace(body.Answer) || !Spokesman.IsText(body.Answer))
            return Problem.BadRequest($"`answer` must not be empty. {AnswerResults.TooLong}");
        var answer = InboxAnswer.Answered(body.Answer, by, clock.GetUtcNow());
        return AnswerResults.Of(await desk.Answer(run.InstanceId, question, answer, cancellation), run.InstanceId, question, answer);
    }
}
