using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Planning;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>What a client asks for.</summary>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="Codebase">The name of a configured code base; without it the one that is configured as default.</param>
public sealed record StartRunBody(string Ticket, string? Codebase);

/// <summary>What a client chooses.</summary>
/// <param name="Option">The option's id.</param>
/// <param name="Rationale">Why.</param>
public sealed record DecisionBody(string Option, string? Rationale);

/// <summary>Starts runs, shows them and takes decisions.</summary>
public sealed class RunFunctions(WorkflowClients clients, IInbox inbox, IArtifactStore store, TimeProvider clock)
{
    private const string DefaultCodebase = "default";

    /// <summary>Starts a run; the same <c>Idempotency-Key</c> is the same run.</summary>
    [Function("start-run")]
    public async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/runs")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        CancellationToken cancellation)
    {
        var body = await request.ReadFromJsonAsync<StartRunBody>(cancellation);
        if (body is null || RunIds.OfRequest(body.Ticket, request.Headers["Idempotency-Key"]) is not { } id)
            return Results.Problem("A run needs a ticket's key, like SHOP-12, and an Idempotency-Key of letters, digits and hyphens if any.", statusCode: 400);
        var input = new PlanRequest { Ticket = body.Ticket, Codebase = body.Codebase ?? DefaultCodebase };
        await clients.For(durable).Start(new PlanTicket(), id, input, cancellation);
        return Results.Accepted($"/api/runs/{id}", new { runId = id, ticket = body.Ticket });
    }

    /// <summary>How far a run is.</summary>
    [Function("get-run")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/runs/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string id,
        CancellationToken cancellation) =>
        await clients.For(durable).Get(id, cancellation) is { } run ? Results.Ok(RunView.Of(run)) : Results.NotFound();

    /// <summary>Takes a person's choice; the second one gets 409.</summary>
    [Function("decide")]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/runs/{id}/decisions/{decision}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable,
        string id,
        string decision,
        CancellationToken cancellation)
    {
        if (await request.ReadFromJsonAsync<DecisionBody>(cancellation) is not { } body)
            return Results.Problem("A decision needs an option.", statusCode: 400);
        var desk = new AnswerDesk(clients.For(durable), inbox, store);
        var answer = InboxAnswer.Decided(body.Option, body.Rationale ?? "", "operator", clock.GetUtcNow());
        return await desk.Decide(id, decision, answer, cancellation) switch
        {
            AnswerOutcome.Accepted => Results.Accepted($"/api/runs/{id}"),
            AnswerOutcome.AlreadyAnswered taken => Results.Conflict(taken.Stands),
            AnswerOutcome.UnknownOption unknown => Results.Problem($"Options are {string.Join(", ", unknown.Options)}.", statusCode: 400),
            _ => Results.NotFound(),
        };
    }
}
