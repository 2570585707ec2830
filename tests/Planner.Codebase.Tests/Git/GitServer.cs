using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Planner.Codebase.Tests.Git;

/// <summary>Serves repositories over real HTTP with git's own backend, as hosts of code do.</summary>
internal sealed class GitServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private GitServer(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>What must stand in the header; null: anybody may read.</summary>
    public string? Authorization { get; set; }

    /// <summary>True while it answers nothing but 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>True while it takes requests and answers none.</summary>
    public bool Hangs { get; set; }

    /// <summary>Where requests are sent on to; null: nowhere.</summary>
    public string? RedirectsTo { get; set; }

    /// <summary>Methods, paths and authorization headers of all requests.</summary>
    public ConcurrentQueue<(string Request, string? Authorization)> Requests { get; } = new();

    /// <param name="folder">Above the repositories.</param>
    /// <param name="certificate">Serves by https with it.</param>
    public static async Task<GitServer> Start(string folder, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => _ = certificate is null ? l : l.UseHttps(certificate)));
        builder.Logging.ClearProviders();
        var site = builder.Build();
        var server = new GitServer(site, folder);
        site.Run(server.Serve);
        await site.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        var given = context.Request.Headers.Authorization.ToString();
        Requests.Enqueue(($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", given.Length == 0 ? null : given));
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        else if (IsDown)
        {
            context.Response.StatusCode = 503;
        }
        else if (RedirectsTo is { } other)
        {
            context.Response.Redirect($"{other}{context.Request.Path}{context.Request.QueryString}");
        }
        else if (Authorization is not null && given != Authorization)
        {
            context.Response.StatusCode = 401;
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"git\"";
        }
        else
        {
            await Backend(context);
        }
    }

    private async Task Backend(HttpContext context)
    {
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "http-backend"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in Gateway(context.Request))
        {
            start.Environment[name] = value;
        }

        using var git = Process.Start(start)!;
        git.BeginErrorReadLine();
        await context.Request.Body.CopyToAsync(git.StandardInput.BaseStream);
        git.StandardInput.Close();
        var answer = new MemoryStream();
        await git.StandardOutput.BaseStream.CopyToAsync(answer);
        await Answer(context.Response, answer.ToArray());
    }

    private IEnumerable<(string Name, string Value)> Gateway(HttpRequest request) =>
    [
        ("GIT_PROJECT_ROOT", folder), ("GIT_HTTP_EXPORT_ALL", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("PATH_INFO", request.Path),
        ("QUERY_STRING", request.QueryString.ToString().TrimStart('?')),
        ("REQUEST_METHOD", request.Method), ("CONTENT_TYPE", request.ContentType ?? ""),
        ("HTTP_CONTENT_ENCODING", request.Headers.ContentEncoding.ToString()), ("GIT_PROTOCOL", request.Headers["Git-Protocol"].ToString()),
    ];

    private static async Task Answer(HttpResponse response, byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in System.Text.Encoding.ASCII.GetString(answer, 0, end).Split("\r\n"))
        {
            var (name, value) = (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());
            if (name == "Status")
            {
                response.StatusCode = int.Parse(value.Split(' ')[0]);
            }
            else
            {
                response.Headers[name] = value;
            }
        }

        await response.Body.WriteAsync(answer.AsMemory(end + 4));
    }
}
