using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Planner.Testing.Jira;

/// <summary>Answers as Jira gives them.</summary>
internal static class JiraAnswers
{
    public static Task Write(HttpContext context, int status, string body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }

    public static Task Json(HttpContext context, JsonNode body, int status = 200) => Write(context, status, body.ToJsonString());

    public static Task Error(HttpContext context, int status, string message) =>
        Json(context, new JsonObject { ["errorMessages"] = new JsonArray(message), ["errors"] = new JsonObject() }, status);

    public static Task Missing(HttpContext context) => Error(context, 404, "Issue does not exist or you do not have permission to see it.");

    public static Task Nothing(HttpContext context)
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
