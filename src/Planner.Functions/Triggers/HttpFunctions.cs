using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Planner.Api;
using Planner.Functions.Durable;

namespace Planner.Functions.Triggers;

/// <summary>
/// Hands every request to the routes that all hosts serve; who may call is theirs to judge. What the platform keeps for
/// itself (<c>/admin</c>, <c>/runtime</c>) it looks at before, and <c>host.json</c> adds no prefix.
/// </summary>
public sealed class HttpFunctions(PlannerPipeline pipeline, WorkflowClients clients)
{
    /// <summary>Answers a request.</summary>
    [Function("http")]
    public Task<IResult> Serve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", "post", "put", "patch", "delete", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable) =>
        clients.Lend<IResult>(durable, async () =>
        {
            await pipeline.Invoke(request.HttpContext);
            // The answer is written by now; without a result the worker would warn that there is none.
            return Results.Empty;
        });
}
