using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Planner.Api.Problems;

/// <summary>What went wrong, as <c>application/problem+json</c>: words of ours, nothing of the inside.</summary>
internal static class Problem
{
    /// <summary>A result.</summary>
    public static ProblemHttpResult Of(int status, string detail, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, extensions: more);

    /// <summary>400.</summary>
    public static ProblemHttpResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    /// <summary>404.</summary>
    public static ProblemHttpResult NotFound(string detail) => Of(StatusCodes.Status404NotFound, detail);

    /// <summary>409.</summary>
    public static ProblemHttpResult Conflict(string detail, IDictionary<string, object?>? more = null) => Of(StatusCodes.Status409Conflict, detail, more);

    /// <summary>There is no such run, or it is no planning.</summary>
    public static ProblemHttpResult NoRun() => NotFound("There is no such run.");

    /// <summary>Answers from where no result can be returned.</summary>
    public static async Task Write(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails { Status = status, Detail = detail },
        });
    }
}
