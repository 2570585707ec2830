using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Planner.Durability;
using Planner.Functions.Durable;
using Planner.Functions.Triggers;

namespace Planner.Functions.Tests.Hosting;

/// <summary>
/// The app as the host runs it, without the host: its own wiring, its functions on Durable Task's engine, and requests handed to
/// its HTTP function from another flow of control, as the worker does.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    public const string Operator = "operator-key";
    private readonly Sidecar sidecar;
    private readonly WorkerHost worker;
    private readonly WebApplication app;

    private FunctionsHost(Sidecar sidecar, WorkerHost worker, WebApplication app)
    {
        (this.sidecar, this.worker, this.app) = (sidecar, worker, app);
        Stranger = new HttpClient { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromMinutes(4) };
        Client = new HttpClient { BaseAddress = Stranger.BaseAddress, Timeout = Stranger.Timeout };
        Client.DefaultRequestHeaders.Authorization = new("Bearer", Operator);
    }

    /// <summary>Shows an operator's key.</summary>
    public HttpClient Client { get; }

    /// <summary>Durable Task's own client, as the host's tools have it.</summary>
    public DurableTaskClient Durable => worker.Client;

    /// <summary>Shows nothing.</summary>
    public HttpClient Stranger { get; }

    public Task<int> Sweep(CancellationToken cancellation) => app.Services.GetRequiredService<WorkflowClients>().Sweep(worker.Client, cancellation);

    public static async Task<FunctionsHost> Start(HostPlace place, params IEnumerable<(string Name, string? Value)> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(place.Settings.Concat(settings).Select(s => KeyValuePair.Create(s.Name, s.Value)));
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        // What the worker's own integration adds.
        builder.Services.AddLogging().AddMvc();
        builder.Services.AddPlanner(builder.Configuration);
        if (place.InMemory)
        {
            builder.Services.AddSingleton<IInbox>(new MemoryInbox()).AddSingleton<IJournal>(new MemoryJournal()).AddSingleton<IMarks>(new MemoryMarks());
        }

        var host = builder.Build();
        var engine = await place.Open();
        var functions = await WorkerHost.Start(
            engine.Channel, host.Services.GetRequiredService<WorkflowCatalog>(),
            (name, message, durable, stopping) => ActivityFunctions.Run(host.Services, name, message, durable, stopping));
        host.Map("/{**path}", context => Serve(context, functions));
        await host.StartAsync();
        return new FunctionsHost(engine, functions, host);
    }

    /// <summary>Settings of an operator's key.</summary>
    public static IEnumerable<(string Name, string? Value)> Keys() =>
    [
        ("Api:Keys:0:Name", "Olga"), ("Api:Keys:0:Hash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Operator)))),
        ("Api:Keys:0:Role", "operator"),
    ];

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        await app.StopAsync();
        await worker.DisposeAsync();
        await sidecar.DisposeAsync();
        await app.DisposeAsync();
    }

    private static async Task Serve(HttpContext context, WorkerHost worker)
    {
        Task<IResult> serving;
        using (ExecutionContext.SuppressFlow())
        {
            serving = Task.Run(() => ActivatorUtilities.CreateInstance<HttpFunctions>(context.RequestServices).Serve(context.Request, worker.Client));
        }

        await (await serving).ExecuteAsync(context);
    }
}

/// <summary>Where a host finds its orchestrations, tickets and code, and leaves its plans.</summary>
internal sealed class HostPlace(Func<Task<Sidecar>> hub, bool inMemory, string storage) : IDisposable
{
    private readonly PlanningPlace place = new();

    public bool InMemory => inMemory;

    public Func<Task<Sidecar>> Open => hub;

    public IEnumerable<(string Name, string? Value)> Settings =>
    [
        .. FunctionsHost.Keys(),
        ("AzureWebJobsStorage", storage), ("Artifacts:Path", place.Output), ("Tickets:Folder", place.Tickets), ("Codebases:shop:Path", PlanningPlace.Shop),
    ];

    public void Dispose() => place.Dispose();
}
