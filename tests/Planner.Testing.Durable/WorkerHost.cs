using Grpc.Net.Client;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Durability;
using Planner.Functions.Durable;

namespace Planner.Testing.Durable;

/// <summary>The real worker and client of Durable Task, with the adapter's orchestrators and activities: our half of a Functions host.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly CancellationTokenSource stopping;
    private readonly WorkerLoad load;

    private WorkerHost(IHost host, CancellationTokenSource stopping, WorkerLoad load) =>
        (this.host, this.stopping, this.load) = (host, stopping, load);

    public DurableTaskClient Client => host.Services.GetRequiredService<DurableTaskClient>();

    /// <summary>Starts it over the stories and steps of a catalog, or with steps run otherwise.</summary>
    public static async Task<WorkerHost> Start(GrpcChannel channel, WorkflowCatalog catalog, StepRunner? run = null)
    {
        var stop = new CancellationTokenSource();
        var work = new WorkerLoad();
        var step = new DurableStep(catalog, TimeProvider.System, NullLogger<DurableStep>.Instance);
        run ??= (name, message, _, stopping) => step.Run(name, message, stopping);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddLogging();
        builder.Services.AddDurableTaskWorker(task => task.UseGrpc(channel).AddTasks(tasks => Register(tasks, catalog, run, work, stop.Token)));
        builder.Services.AddDurableTaskClient(client =>
        {
            client.UseGrpc(channel);
            client.RegisterDirectly();
        });
        var worker = builder.Build();
        await worker.StartAsync();
        return new WorkerHost(worker, stop, work);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await load.Drain();
        await host.StopAsync();
        host.Dispose();
        stopping.Dispose();
    }

    private static void Register(DurableTaskRegistry tasks, WorkflowCatalog catalog, StepRunner run, WorkerLoad load, CancellationToken stopping)
    {
        foreach (var name in catalog.WorkflowNames)
        {
            tasks.AddOrchestratorFunc<RunEnvelope, RunResult>(name, (context, _) =>
            {
                load.Turn();
                return DurableStory.Run(context, catalog.Workflow(name));
            });
        }

        foreach (var name in catalog.StepNames)
        {
            tasks.AddActivity(name, services => new StepActivity(message => load.Activity(() =>
                run(name, message, services.GetRequiredService<DurableTaskClient>(), stopping))));
        }
    }

    private sealed class StepActivity(Func<StepMessage, Task<DurableStepOutcome>> run) : TaskActivity<StepMessage, DurableStepOutcome>
    {
        public override Task<DurableStepOutcome> RunAsync(TaskActivityContext context, StepMessage input) => run(input);
    }
}

/// <summary>Runs a step, with the client of Durable Task that a host would give to its function.</summary>
internal delegate Task<DurableStepOutcome> StepRunner(string step, StepMessage message, DurableTaskClient durable, CancellationToken stopping);
