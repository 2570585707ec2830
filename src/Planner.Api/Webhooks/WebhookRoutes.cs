using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Planner.Api.Problems;
using Planner.Api.Protection;
using Planner.Core.Events;
using Planner.Durability;

namespace Planner.Api.Webhooks;

/// <summary>
/// Takes deliveries of Jira. An event that asks for something is written down durably before the answer and handled after it; the
/// same event again is the same handling. Who knows the secret signs or shows it; a key of the API is neither needed nor enough.
/// </summary>
internal static class WebhookRoutes
{
    /// <summary>Where Jira delivers.</summary>
    public const string Path = "/api/jira/webhook";

    /// <summary>Largest delivery, in bytes: 1 MB. Jira cuts none, but what is over it can be looked up again anyway.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int UsualBytes = 16 * 1024;

    private static readonly HandleJiraEvent Story = new();

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, Take)
        .WithBodyLimit(MaxBytes)
        .AllowAnonymous()
        .DisableRateLimiting()
        .WithName("TakeDelivery")
        .WithSummary("Takes an event of Jira, signed or with the agreed secret.")
        .Accepts<object>("application/json")
        .Produces<TakenDelivery>().Produces<TakenDelivery>(StatusCodes.Status202Accepted)
        .ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(413);

    private static async Task<IResult> Take(HttpContext context, IWorkflowClient client, CancellationToken cancellation)
    {
        if (context.RequestServices.GetService<IDeliveryReader>() is not { } deliveries)
        {
            return Problem.NotFound("No Jira is connected: set Jira__BaseUrl, its credentials and Jira__WebhookSecret.");
        }

        var body = await Body(context.Request, cancellation);
        var headers = context.Request.Headers;
        if (!deliveries.IsGenuine(body.Span, One(headers, "X-Hub-Signature"), One(headers, "X-Planner-Secret")))
        {
            return Problem.Of(StatusCodes.Status401Unauthorized, "The signature is missing or is not that of this body with the agreed secret.");
        }

        TrackerEvent told;
        try
        {
            told = deliveries.Read(body);
        }
        catch (DeliveryUnreadableException unreadable)
        {
            return Problem.BadRequest(unreadable.Message);
        }

        if (told is TrackerEvent.Nothing nothing)
        {
            return TypedResults.Ok(new TakenDelivery(null, nothing.Reason));
        }

        var request = HandleJiraEvent.Request(told, One(headers, "X-Atlassian-Webhook-Identifier"), body.Span);
        var isNew = await client.Start(Story, request.Id, request, cancellation);
        return TypedResults.Accepted((string?)null, new TakenDelivery(request.Id, isNew ? null : "delivered before"));
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request, CancellationToken cancellation)
    {
        var expected = (int)Math.Clamp(request.ContentLength ?? UsualBytes, 0, MaxBytes);
        using var buffer = new MemoryStream(expected);
        await request.Body.CopyToAsync(buffer, cancellation);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>A header that is given once; given twice it proves nothing.</summary>
    private static string? One(IHeaderDictionary headers, string name) => headers[name] is [{ Length: > 0 } only] ? only : null;
}

/// <summary>What becomes of a delivery.</summary>
/// <param name="EventId">The run that handles the event; null where there is nothing to do.</param>
/// <param name="Reason">Why there is nothing to do, or that it was delivered before; else null.</param>
internal sealed record TakenDelivery(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? EventId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason);
