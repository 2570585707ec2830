using System.Net;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Planner.Testing.Durable;

/// <summary>Durable Task's engine over a store: the half of a Functions host that lies outside of our process.</summary>
internal sealed class Sidecar : IAsyncDisposable
{
    /// <summary>Why one promise of an engine is not tested here: the fault is the test host's own, a real Functions host does not have it.</summary>
    public const string LosesEventsThatARunSendsItself =
        "Microsoft.DurableTask.InProcessTestHost 0.2.3 drops events that an orchestration sends itself while it continues as new, and signals travel so.";

    private readonly WebApplication app;
    private readonly Func<Task> close;

    private Sidecar(WebApplication app, GrpcChannel channel, Func<Task> close) =>
        (this.app, Channel, this.close) = (app, channel, close);

    public GrpcChannel Channel { get; }

    public static async Task<Sidecar> Start<TStore>(TStore store, Func<Task> close)
        where TStore : class, IOrchestrationService, IOrchestrationServiceClient
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<IOrchestrationService>(store).AddSingleton<IOrchestrationServiceClient>(store);
        builder.Services.AddSingleton<TaskHubGrpcServer>();
        var server = builder.Build();
        server.MapGrpcService<TaskHubGrpcServer>();
        await server.StartAsync();
        var addresses = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Sidecar(server, GrpcChannel.ForAddress(addresses.Single()), close);
    }

    public async ValueTask DisposeAsync()
    {
        await Channel.ShutdownAsync();
        Channel.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await close();
    }
}
