using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Planner.Testing.Notifications;

/// <summary>Takes messages over real HTTP on this machine like Slack or Teams do, and misbehaves when told to.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    /// <summary>Stands in the address, and must stand nowhere else.</summary>
    public const string Secret = "T0B0xyzSECRETxyz";

    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> script = new();
    private int held;

    private WebhookReceiver(WebApplication app, TimeProvider time) => (this.app, this.time) = (app, time);

    /// <summary>The whole address.</summary>
    public string Url => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/services/{Secret}";

    /// <summary>Bodies that came, oldest first, each with its moment.</summary>
    public ConcurrentQueue<(JsonNode Body, DateTimeOffset At)> Received { get; } = new();

    /// <summary>Methods and paths of all requests.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How many requests are kept waiting.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>Starts one on a free port.</summary>
    public static async Task<WebhookReceiver> Start(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var site = builder.Build();
        var receiver = new WebhookReceiver(site, time);
        site.Run(receiver.Serve);
        await site.StartAsync();
        return receiver;
    }

    /// <summary>The next request gets this answer instead of <c>ok</c>.</summary>
    public WebhookReceiver Then(int status, string body = "", string contentType = "text/plain", string? retryAfter = null)
    {
        script.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = contentType;
            if (retryAfter is not null)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
        });
        return this;
    }

    /// <summary>The next request's connection is reset, before any answer.</summary>
    public WebhookReceiver ThenReset()
    {
        script.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        return this;
    }

    /// <summary>The next request is never answered.</summary>
    public WebhookReceiver ThenHang()
    {
        script.Enqueue(async context =>
        {
            Interlocked.Increment(ref held);
            var gone = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(() => gone.TrySetResult());
            await gone.Task;
            Interlocked.Decrement(ref held);
        });
        return this;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task Serve(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (context.Request.Method == "POST" && await JsonNode.ParseAsync(context.Request.Body) is { } body)
        {
            Received.Enqueue((body, time.GetUtcNow()));
        }

        if (script.TryDequeue(out var answer))
        {
            await answer(context);
        }
        else
        {
            await context.Response.Body.WriteAsync("ok"u8.ToArray());
        }
    }
}
