using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Planner.Testing.LanguageModels.Refusals;

namespace Planner.Testing.LanguageModels;

/// <summary>The one route: records, refuses, and else does what the script says.</summary>
internal sealed class ModelRoutes(ModelServer server)
{
    private const string Route = "/openai/v1/chat/completions";

    public void Map(WebApplication app) => app.Run(Serve);

    private async Task Serve(HttpContext context)
    {
        var body = await Read(context.Request.Body);
        var request = new ModelServerRequest(
            body ?? new JsonObject(), context.Request.Path.Value!, context.Request.Headers.Authorization.ToString(), server.Time.GetUtcNow());
        server.Requests.Enqueue(request);
        if (Refusal(context, request, body) is { } refusal)
        {
            await refusal.Write(context);
        }
        else
        {
            await new ModelWriter(server, context, request).Write(server.Next(request));
        }
    }

    private RequestRefusal? Refusal(HttpContext context, ModelServerRequest request, JsonObject? body)
    {
        if (request.Authorization != $"Bearer {ModelServer.Key}")
        {
            return new(401, "Access denied due to invalid subscription key or wrong API endpoint.", Code: "401");
        }

        if (context.Request.Method != "POST" || request.Path != Route)
        {
            return new(404, "Resource not found", Code: "404");
        }

        if (body is null)
        {
            return new(400, "We could not parse the JSON body of your request.");
        }

        return RequestRules.Check(body) ?? Missing(request.Model);
    }

    private RequestRefusal? Missing(string model) => server.Deployments.Count == 0 || server.Deployments.Contains(model)
        ? null
        : new(404, "The API deployment for this resource does not exist.", Code: "DeploymentNotFound");

    private static async Task<JsonObject?> Read(Stream body)
    {
        try
        {
            return await JsonNode.ParseAsync(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
