using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Planner.Testing.LanguageModels;

/// <summary>
/// A language model over real HTTP on this machine, as OpenAI's Chat Completions have it. It follows a script, misbehaves when told to,
/// and refuses what OpenAI's own service refuses, with the same shape of error.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    /// <summary>The only good key.</summary>
    public const string Key = "good-key-of-the-model-server";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ModelReply> script = new();
    private int held;
    private int mostHeld;

    private ModelServer(WebApplication app, TimeProvider time) => (this.app, Time) = (app, time);

    /// <summary>What <c>/chat/completions</c> follows.</summary>
    public string Endpoint => $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/openai/v1/";

    /// <summary>Names of deployments that there are. Empty: every name is one.</summary>
    public ISet<string> Deployments { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Answers where the script is at its end. At first: the smallest answer that fits the schema.</summary>
    public Func<ModelServerRequest, ModelReply> Answer { get; set; } = request => new ModelReply.Text(SmallestAnswer.To(request.Body));

    /// <summary>Every request that came, refused ones too, oldest first.</summary>
    public ConcurrentQueue<ModelServerRequest> Requests { get; } = new();

    /// <summary>What of prompts was sent before, as a provider's cache counts it.</summary>
    public PromptCache Cache { get; } = new();

    /// <summary>How many requests it keeps waiting.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>How many it kept waiting at once when they were most.</summary>
    public int MostHeld => Volatile.Read(ref mostHeld);

    internal TimeProvider Time { get; }

    /// <summary>Starts one on a free port.</summary>
    /// <param name="time">Its clock.</param>
    public static async Task<ModelServer> Start(TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var site = builder.Build();
        var server = new ModelServer(site, time);
        new ModelRoutes(server).Map(site);
        await site.StartAsync();
        return server;
    }

    /// <summary>The next requests that are not refused get this reply.</summary>
    public ModelServer Then(ModelReply reply, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            script.Enqueue(reply);
        }

        return this;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    internal ModelReply Next(ModelServerRequest request) => script.TryDequeue(out var reply) ? reply : Answer(request);

    internal void Hold(int by)
    {
        var now = Interlocked.Add(ref held, by);
        for (var most = mostHeld; now > most; most = mostHeld)
        {
            Interlocked.CompareExchange(ref mostHeld, now, most);
        }
    }
}

/// <summary>A request that came.</summary>
/// <param name="Body">Its body; an empty object where it was no JSON.</param>
/// <param name="Path">Its path.</param>
/// <param name="Authorization">The header.</param>
/// <param name="At">When, by the clock of the server.</param>
public sealed record ModelServerRequest(JsonObject Body, string Path, string Authorization, DateTimeOffset At)
{
    /// <summary>The deployment that is asked.</summary>
    public string Model => (string?)Body["model"] ?? "";

    /// <summary>What was said, oldest first: role and text.</summary>
    public IReadOnlyList<(string Role, string Text)> Messages =>
        [.. Body["messages"]!.AsArray().Select(m => ((string)m!["role"]!, m["content"] is JsonValue text ? (string)text! : ""))];

    /// <summary>The name of the schema that is asked for, or null.</summary>
    public string? Schema => (string?)Body["response_format"]?["json_schema"]?["name"];
}
