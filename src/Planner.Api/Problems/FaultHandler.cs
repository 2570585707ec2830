using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Planner.Core.Artifacts;
using Planner.Durability;

namespace Planner.Api.Problems;

/// <summary>Turns what a route throws into a problem; the log keeps the rest.</summary>
internal sealed class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var (status, detail) = Told(exception);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Log.RequestFailed(logger, httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName ?? "no route", exception);
        }

        await Problem.Write(httpContext, status, detail);
        return true;
    }

    private static (int Status, string Detail) Told(Exception fault) => fault switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (StatusCodes.Status413PayloadTooLarge, ProblemWords.TooLarge),
        BadHttpRequestException bad => (bad.StatusCode, ProblemWords.Unreadable),
        RunNotFoundException => (StatusCodes.Status404NotFound, "There is no such run."),
        ArtifactPathException => (StatusCodes.Status404NotFound, "There is no such file."),
        ArtifactStoreUnavailableException => (StatusCodes.Status503ServiceUnavailable, "The artifact store cannot be reached. Try again later."),
        _ => (StatusCodes.Status500InternalServerError, "The request failed. The server's log says why."),
    };
}
