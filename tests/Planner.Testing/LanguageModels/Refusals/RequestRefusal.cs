using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Planner.Testing.LanguageModels.Refusals;

/// <summary>An error as OpenAI and Azure write it.</summary>
/// <param name="Status">Like 400.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Param">The parameter that it is about, or null.</param>
/// <param name="Code">The service's code, or null.</param>
public sealed record RequestRefusal(int Status, string Message, string? Param = null, string? Code = null)
{
    /// <summary>Azure's <c>innererror</c>, or null.</summary>
    public JsonObject? Inner { get; init; }

    internal Task Write(HttpContext context)
    {
        var type = Status < 500 ? "invalid_request_error" : "server_error";
        var error = new JsonObject { ["message"] = Message, ["type"] = type, ["param"] = Param, ["code"] = Code };
        if (Inner is not null)
        {
            error["innererror"] = Inner.DeepClone();
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["error"] = error }.ToJsonString());
    }
}
