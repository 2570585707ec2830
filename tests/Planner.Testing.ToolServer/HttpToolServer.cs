using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Planner.Testing.ToolServer;

/// <summary>The tools over streamable HTTP, on a free port of this machine.</summary>
public sealed class HttpToolServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<string?> keys;

    private HttpToolServer(WebApplication app, SomeTools tools, ConcurrentQueue<string?> keys) => (this.app, Tools, this.keys) = (app, tools, keys);

    /// <summary>What it has, and what was asked.</summary>
    public SomeTools Tools { get; }

    /// <summary>Where it listens, with the path of the protocol.</summary>
    public string Address => $"{app.Urls.First()}/mcp";

    /// <summary>The header Authorization of each request.</summary>
    public IReadOnlyList<string?> Authorizations => [.. keys];

    /// <summary>Starts it.</summary>
    /// <param name="refuse">True for requests that are answered with 401.</param>
    public static async Task<HttpToolServer> Start(Func<HttpRequest, bool>? refuse = null)
    {
        var (tools, keys) = (new SomeTools(), new ConcurrentQueue<string?>());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddMcpServer().WithHttpTransport(http => http.Stateless = true).WithListToolsHandler(tools.List).WithCallToolHandler(tools.Call);
        var host = builder.Build();
        host.Use((context, next) =>
        {
            keys.Enqueue(context.Request.Headers.Authorization);
            if (refuse?.Invoke(context.Request) != true)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        });
        host.MapMcp("/mcp");
        await host.StartAsync();
        return new HttpToolServer(host, tools, keys);
    }

    /// <summary>Stops it.</summary>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
