using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Planner.Testing.Jira;

/// <summary>
/// A Jira over real HTTP on this machine, Cloud or Data Center, that misbehaves when told to. Everything in it is written by
/// hand on the model of Atlassian's description.
/// </summary>
public sealed class InProcessJira : IAsyncDisposable
{
    /// <summary>The account of the credentials.</summary>
    public const string Bot = "5c5f880629be9642ba529340";

    /// <summary>E-mail of Basic authentication.</summary>
    public const string Email = "planner@example.com";

    /// <summary>The only good token.</summary>
    public const string Token = "good-token";

    private readonly WebApplication app;
    private int held;
    private int mostHeld;

    private InProcessJira(WebApplication app, bool isCloud, TimeProvider time) =>
        (this.app, IsCloud, Time, World) = (app, isCloud, time, new(time));

    /// <summary>Where it is, without a slash at the end.</summary>
    public string Url => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>False for Data Center.</summary>
    public bool IsCloud { get; }

    /// <summary>What it holds.</summary>
    public JiraWorld World { get; }

    /// <summary>What goes wrong.</summary>
    public JiraFaults Faults { get; } = new();

    /// <summary>Every request that came, oldest first.</summary>
    public ConcurrentQueue<JiraRequest> Requests { get; } = new();

    /// <summary>How many requests it keeps waiting because of a fault.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>How many it kept waiting at once when they were most.</summary>
    public int MostHeld => Volatile.Read(ref mostHeld);

    internal TimeProvider Time { get; }

    /// <summary>Starts one on a free port.</summary>
    /// <param name="isCloud">False for Data Center.</param>
    /// <param name="time">Its clock.</param>
    public static async Task<InProcessJira> Start(bool isCloud, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var site = builder.Build();
        var jira = new InProcessJira(site, isCloud, time);
        site.Use(new FaultGate(jira).Pass);
        site.Use(jira.Authenticated);
        new JiraRoutes(jira).Map(site);
        await site.StartAsync();
        return jira;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    internal void Hold(int by)
    {
        var now = Interlocked.Add(ref held, by);
        for (var most = mostHeld; now > most; most = mostHeld)
        {
            Interlocked.CompareExchange(ref mostHeld, now, most);
        }
    }

    private Task Authenticated(Microsoft.AspNetCore.Http.HttpContext context, Microsoft.AspNetCore.Http.RequestDelegate next)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        var basic = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Email}:{Token}"));
        var isOpen = context.Request.Path.Value!.EndsWith("/serverInfo", StringComparison.Ordinal);
        return isOpen || sent == basic || sent == $"Bearer {Token}"
            ? next(context)
            : JiraAnswers.Write(context, 401, """{"code":401,"message":"Unauthorized; scope does not match"}""");
    }
}

/// <summary>A request that came.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">With its query.</param>
/// <param name="Body">Its body.</param>
/// <param name="At">When, by the clock of the Jira.</param>
/// <param name="Authorization">The header.</param>
public sealed record JiraRequest(string Method, string Path, string Body, DateTimeOffset At, string Authorization);
