using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Planner.Testing.LanguageModels.Refusals;

namespace Planner.Testing.LanguageModels;

/// <summary>Writes one reply, or breaks off in its manner.</summary>
internal sealed class ModelWriter(ModelServer server, HttpContext context, ModelServerRequest request)
{
    public Task Write(ModelReply reply) => reply switch
    {
        ModelReply.Status status => Status(status),
        ModelReply.FilteredRequest filtered => FilteredRequest(filtered).Write(context),
        ModelReply.Raw raw => Body(200, raw.Body, raw.ContentType),
        ModelReply.Slow slow => Slow(slow),
        ModelReply.Silence => Silence(),
        ModelReply.Break => Break(),
        ModelReply.BreakInBody => BreakInBody(),
        ModelReply.Huge huge => Huge(huge),
        _ => Body(200, Completions.Of(reply, request, server.Cache).ToJsonString()),
    };

    private Task Status(ModelReply.Status status)
    {
        foreach (var (name, value) in status.Headers)
        {
            context.Response.Headers[name] = value;
        }

        return new RequestRefusal(status.Code, status.Message, status.Param, status.ErrorCode).Write(context);
    }

    private static RequestRefusal FilteredRequest(ModelReply.FilteredRequest filtered) =>
        new(400, "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.", "prompt", "content_filter")
        {
            Inner = new JsonObject { ["code"] = "ResponsibleAIPolicyViolation", ["content_filter_result"] = Completions.FilterResults(filtered.Categories) },
        };

    private async Task Slow(ModelReply.Slow slow)
    {
        server.Hold(1);
        try
        {
            await Task.Delay(slow.By, server.Time, context.RequestAborted);
        }
        finally
        {
            server.Hold(-1);
        }

        await Write(slow.Then);
    }

    private async Task Silence()
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
        server.Hold(1);
        await gone.Task;
        server.Hold(-1);
    }

    private Task Break()
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private async Task BreakInBody()
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 5_000;
        await context.Response.Body.WriteAsync("""{"id":"cut","object":"chat.completion","choices":[{"message":{"content":"half"""u8.ToArray());
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private async Task Huge(ModelReply.Huge huge)
    {
        context.Response.ContentType = "application/json";
        var megabyte = new byte[1024 * 1024];
        Array.Fill(megabyte, (byte)' ');
        for (var i = 0; i < huge.Megabytes && !context.RequestAborted.IsCancellationRequested; i++)
        {
            await context.Response.Body.WriteAsync(megabyte);
        }
    }

    private Task Body(int status, string body, string contentType = "application/json")
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }
}
