using Microsoft.AspNetCore.Http;

namespace Planner.Api.Problems;

/// <summary>What is said where the framework refuses a request before a route sees it.</summary>
internal static class ProblemWords
{
    public const string TooLarge = "The body is too large.";
    public const string Unreadable =
        "The request cannot be understood: a field is missing, empty or of another type, or the body is no JSON. /openapi/v1.json has the shapes.";

    /// <summary>Fills in what a refusal leaves unsaid.</summary>
    public static void Complete(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
    {
        StatusCodes.Status400BadRequest => Unreadable,
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
        StatusCodes.Status429TooManyRequests => "Too many requests. Try again after the time in Retry-After.",
        StatusCodes.Status504GatewayTimeout => "The request took too long.",
        _ => null,
    };
}
