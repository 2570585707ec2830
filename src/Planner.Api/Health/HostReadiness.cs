using Microsoft.Extensions.Logging;
using Planner.Core.Artifacts;
using Planner.Durability;

namespace Planner.Api.Health;

/// <summary>Whether the host can take work: its engine answers and its store can be read.</summary>
internal sealed class HostReadiness(IWorkflowClient client, IArtifactStore store, ILogger<HostReadiness> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<ReadinessView> Check(CancellationToken cancellation)
    {
        var engine = await Reaches("engine", c => client.List(new RunQuery(PageSize: 1), c), cancellation);
        var artifacts = await Reaches("artifacts", c => store.ReadShared("decisions/index.json", c), cancellation);
        return new ReadinessView(engine && artifacts, Word(engine), Word(artifacts));
    }

    private async Task<bool> Reaches<T>(string part, Func<CancellationToken, Task<T>> look, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            await look(limit.Token).WaitAsync(limit.Token);
            return true;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.NotReady(logger, part, fault);
            return false;
        }
    }

    private static string Word(bool isReached) => isReached ? "ok" : "unreachable";
}

/// <summary>Whether the host can take work.</summary>
/// <param name="Ready">True where all parts are reached.</param>
/// <param name="Engine">ok or unreachable.</param>
/// <param name="Artifacts">ok or unreachable.</param>
public sealed record ReadinessView(bool Ready, string Engine, string Artifacts);

/// <summary>The process answers.</summary>
public sealed record LivenessView(bool Live);
