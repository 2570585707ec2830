using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Planner.Api.Access;
using Planner.Api.Events;
using Planner.Core.Artifacts;
using Planner.Core.Events;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Planning;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;
using Planner.Engine;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Jira.Webhooks;
using Planner.Specialists.Rules;
using Planner.Testing.Planning;

namespace Planner.Api.Tests.Hosting;

/// <summary>The routes on real Kestrel, over the real engine and file store, with a scripted panel.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    public const string Viewer = "viewer-key";
    public const string Stakeholder = "stakeholder-key";
    public const string Operator = "operator-key";

    public const string WebhookSecret = "agreed with Jira";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly WebApplication app;

    private ApiHost(string folder, WebApplication app) => (this.folder, this.app, Client) = (folder, app, NewClient(app));

    /// <summary>Speaks to the host as who works on the machine.</summary>
    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public IWorkflowClient Runs => app.Services.GetRequiredService<IWorkflowClient>();

    public IJournal Journal => app.Services.GetRequiredService<IJournal>();

    public IServiceProvider Services => app.Services;

    public static async Task<ApiHost> Start(params IEnumerable<(string Key, string Value)> settings) => await Start(null, settings);

    public static async Task<ApiHost> Start(ApiScript? script, params IEnumerable<(string Key, string Value)> settings)
    {
        script ??= new ApiScript();
        var place = Path.Combine(Path.GetTempPath(), $"planner-api-{Guid.NewGuid():n}");
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = Path.GetTempPath() });
        builder.Configuration.AddInMemoryCollection(Settings(settings));
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddLogging(l => l.SetMinimumLevel(LogLevel.None));
        AddPlanner(builder.Services, place, script);
        builder.Services.AddPlannerApi(builder.Configuration, new Exposure(["http://127.0.0.1:0"]));
        script.Configure?.Invoke(builder.Services);
        var host = builder.Build();
        if (script.HandsOver)
        {
            var pipeline = new PlannerPipeline(host.Services);
            host.Map("/{**path}", pipeline.Invoke);
        }
        else
        {
            host.UsePlanner();
            host.MapPlanner();
        }

        await host.StartAsync();
        return new ApiHost(place, host);
    }

    /// <summary>Settings of a key for each role.</summary>
    public static IEnumerable<(string, string)> Keys() =>
        new[] { (Viewer, "viewer", "Vera"), (Stakeholder, "stakeholder", "Stan"), (Operator, "operator", "Olga") }
            .SelectMany((k, i) => new[]
            {
                ($"Api:Keys:{i}:Name", k.Item3),
                ($"Api:Keys:{i}:Hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(k.Item1)))),
                ($"Api:Keys:{i}:Role", k.Item2),
            });

    public HttpClient As(string key)
    {
        var client = NewClient(app);
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    /// <summary>Starts a run and returns its id.</summary>
    public async Task<string> StartRun(string key = "one")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/runs") { Content = JsonContent.Create(new { ticket = "SHOP-7" }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("runId").GetString()!;
    }

    /// <summary>Starts a run and returns its id once it has ended.</summary>
    public async Task<string> FinishedRun(string key = "one")
    {
        var id = await StartRun(key);
        using var limit = new CancellationTokenSource(Patience);
        await Runs.WaitForEnd(id, limit.Token);
        return id;
    }

    /// <summary>Starts a run and returns its id once it waits for people.</summary>
    public async Task<string> WaitingRun(string key = "one")
    {
        var id = await StartRun(key);
        using var limit = new CancellationTokenSource(Patience);
        while ((await Client.GetFromJsonAsync<JsonElement>($"/api/runs/{id}", limit.Token)).GetProperty("status").GetString() != "Waiting")
        {
            await Task.Delay(10, limit.Token);
        }

        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    // A body is sent once the host asks for it. The host refuses a large one unread and closes the connection; a client that
    // is still sending sees a reset connection instead of the answer.
    private static HttpClient NewClient(WebApplication app) => new(new SocketsHttpHandler { Expect100ContinueTimeout = Patience })
    {
        BaseAddress = new Uri(app.Urls.Single()),
        Timeout = Patience,
        DefaultRequestHeaders = { ExpectContinue = true },
    };

    private static Dictionary<string, string?> Settings(IEnumerable<(string Key, string Value)> settings) =>
        settings.Prepend(("Codebases:shop:Path", "unused")).Prepend(("Decisions:Timeout", "00:00:00"))
            .GroupBy(s => s.Item1, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, string? (g) => g.Last().Item2, StringComparer.Ordinal);

    private static void AddPlanner(IServiceCollection services, string folder, ApiScript script)
    {
        services.AddSingleton(script.Pace);
        services.AddSingleton<IArtifactStore>(new FileArtifactStore(Path.Combine(folder, "plans")));
        services.AddPlannerEngine(new EngineOptions { DataDirectory = Path.Combine(folder, "engine") });
        services.AddSingleton<IDeliveryReader>(new JiraDeliveries(WebhookSecret, new TriggerPolicy()));
        services.AddSingleton(script.Talk);
        services.AddSingleton(provider => new WorkflowCatalog().AddEvents(Handling(provider, script)).AddPlanning(new PlanningPorts
        {
            Tracker = new RecordingTracker(script.Ticket),
            Codebase = new FixedCodebase(new CodebaseIndex { Documents = [] }),
            Panel = new SpecialistPanel([.. SpecialistLibrary.BuiltIn().Where(d => d.Name is "database" or "etl")]),
            Specialist = new ScriptedSpecialist(script.Opinion),
            Rules = new RulesSpecialist(),
            Criteria = new CriteriaAssigner(),
            Store = provider.GetRequiredService<IArtifactStore>(),
            Inbox = provider.GetRequiredService<IInbox>(),
            Journal = provider.GetRequiredService<IJournal>(),
        }));
    }

    private static EventPorts Handling(IServiceProvider provider, ApiScript script) => new()
    {
        Conversation = script.Talk,
        Client = provider.GetRequiredService<IWorkflowClient>(),
        Desk = new AnswerService(
            provider.GetRequiredService<IWorkflowClient>(),
            provider.GetRequiredService<IInbox>(),
            provider.GetRequiredService<IArtifactStore>()),
        FollowUps =
            new FollowUps(provider.GetRequiredService<IWorkflowClient>(), provider.GetRequiredService<IInbox>(), provider.GetRequiredService<IArtifactStore>()),
        Policy = new TriggerPolicy { Codebases = new([new("shop", [])]) },
    };
}

/// <summary>What the panel says, about which ticket, and how fast events flow.</summary>
internal sealed record ApiScript
{
    public Func<Consultation, Opinion> Opinion { get; init; } = c => ScriptedOpinions.Sure(c);

    public Ticket Ticket { get; init; } = new()
    {
        Key = "SHOP-7",
        Summary = "Send order confirmations",
        Reporter = "Rita",
        Description = "`OrderService` sends a confirmation.\n\n## Acceptance criteria\n\n- Given a paid order, when `OrderService.Confirm` runs, then a mail "
            + "is sent within 60 s.\n- Given a failed mail, when 5 minutes pass, then it is sent again.\n",
    };

    /// <summary>What is said on tickets.</summary>
    public RecordingConversation Talk { get; init; } = new();

    /// <summary>Puts other parts in place of the host's own.</summary>
    public Action<IServiceCollection>? Configure { get; init; }

    /// <summary>True where the host has routing of its own and hands whole requests over.</summary>
    public bool HandsOver { get; init; }

    public EventPace Pace { get; init; } = new() { Look = TimeSpan.FromMilliseconds(20) };

    /// <summary>A panel that asks one decision and one blocking question.</summary>
    public static ApiScript Asking { get; } = new()
    {
        Opinion = c => c.Definition.Name == "database"
            ? ScriptedOpinions.Asking(c) with
            {
                Questions = [new Planner.Core.Opinions.Question
                {
                    Id = "database/volume",
                    Text = "How many orders a day?",
                    Owner = "Rita",
                    Blocking = true,
                    Assumption = "1,000",
                }],
            }
            : ScriptedOpinions.Sure(c),
    };
}
