using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Planner.Api.Access;
using Planner.Api.Artifacts;
using Planner.Api.Problems;
using Planner.Core.Decisions;
using Planner.Core.Planning.Replanning;

namespace Planner.Api.Decisions;

/// <summary>Shows decisions and questions, and takes what people say to them.</summary>
internal static class AnswerRoutes
{
    public static void Map(IEndpointRouteBuilder api)
    {
        Listing<DecisionListView>(api.MapGet("/runs/{id}/decisions", Decisions)).WithName("ListDecisions").WithSummary("Decisions and how they stand.");
        Listing<QuestionListView>(api.MapGet("/runs/{id}/questions", Questions)).WithName("ListQuestions").WithSummary("Questions and their answers.");
        Taking(api.MapPost("/runs/{id}/decisions/{decision}", Decide)).WithName("TakeDecision").WithSummary("Takes a decision; the first one counts.");
        Taking(api.MapPost("/runs/{id}/questions/{question}", Answer)).WithName("AnswerQuestion").WithSummary("Answers a question; the first answer counts.");
    }

    private static RouteHandlerBuilder Listing<TView>(RouteHandlerBuilder route) => route.For(ApiRole.Viewer)
        .Produces<TView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(404);

    private static RouteHandlerBuilder Taking(RouteHandlerBuilder route) => route.For(ApiRole.Stakeholder)
        .Produces<TakenAnswer>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> Decisions(string id, RunVersion versions, AnswerBook book, Tagged tagged, CancellationToken cancellation) =>
        await versions.Find(id, cancellation) is { } place
            ? tagged.Json(new DecisionListView(place.RunId, await book.Decisions(place, cancellation)))
            : Problem.NoRun();

    private static async Task<IResult> Questions(string id, RunVersion versions, AnswerBook book, Tagged tagged, CancellationToken cancellation) =>
        await versions.Find(id, cancellation) is { } place
            ? tagged.Json(new QuestionListView(place.RunId, await book.Questions(place, cancellation)))
            : Problem.NoRun();

    private static Task<IResult> Decide(
        string id,
        string decision,
        TakeDecision body,
        HttpContext context,
        AnswerTaking taking,
        AnswerService desk,
        CancellationToken cancellation) =>
        taking.Take(context, id, decision, body.DecidedBy, new GivenAnswer(
            Actor.IsText(body.Rationale ?? "") ? null : AnswerResults.TooLong,
            (by, at) => InboxAnswer.Decided(body.Option, body.Rationale ?? "", by, at),
            desk.Decide), cancellation);

    private static Task<IResult> Answer(
        string id,
        string question,
        GiveAnswer body,
        HttpContext context,
        AnswerTaking taking,
        AnswerService desk,
        CancellationToken cancellation) =>
        taking.Take(context, id, question, body.DecidedBy, new GivenAnswer(
            !string.IsNullOrWhiteSpace(body.Answer) && Actor.IsText(body.Answer) ? null : $"`answer` must not be empty. {AnswerResults.TooLong}",
            (by, at) => InboxAnswer.Answered(body.Answer, by, at),
            desk.Answer), cancellation);
}
