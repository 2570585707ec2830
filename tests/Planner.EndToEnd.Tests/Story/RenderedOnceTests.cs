using System.Globalization;
using Planner.Conformance.Crashing;
using Planner.Core.Artifacts;
using Planner.Core.Planning;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Durability;
using Planner.Testing.Categories;
using Planner.Testing.Planning;
using Xunit;

namespace Planner.EndToEnd.Tests.Story;

public sealed class RenderedOnceTests
{
    [Fact]
    public async Task RendererThatWouldGiveOtherBytesTheSecondTime_IsCalledOnce()
    {
        var counting = new CountingRenderer();
        await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
        await host.Close();
        host.Open(register: Register(counting));
        await host.Start();

        var result = await host.Result();

        Assert.Equal(1, counting.Calls);
        Assert.Equal("# Rendering 1\n", await host.Store.Read("SHOP-7", result.Version, counting.Path, default));
    }

    [Fact]
    public Task CrashAfterEveryEleventhHistoryEvent_WritesTheBytesThatWereReviewed() => CrashAfterEvery(11);

    [Fact]
    [LongRunning]
    public Task CrashAfterEveryHistoryEvent_WritesTheBytesThatWereReviewed() => CrashAfterEvery(1);

    private static async Task CrashAfterEvery(int events)
    {
        for (var accepted = 1; accepted < 200; accepted += events)
        {
            var counting = new CountingRenderer();
            await using var host = new StoryHost(asked => ScriptedOpinions.Sure(asked));
            await host.Close();
            CrashingStore? store = null;
            host.Open(inner => store = new CrashingStore(inner, accepted), Register(counting));
            var crashed = await RunUntilCrash(host, store!);
            if (crashed)
            {
                await host.Close();
                host.Open(register: Register(counting));
                await host.Start();
            }

            await host.Result();
            Assert.Equal(1, counting.Calls);
            if (!crashed)
            {
                return;
            }
        }

        Assert.Fail("The story has more events than expected.");
    }

    private static Action<WorkflowCatalog, PlanningPorts> Register(CountingRenderer counting) =>
        (catalog, ports) => catalog.AddPlanning(ports with { Renderers = [.. ArtifactRenderers.All, counting] });

    private static async Task<bool> RunUntilCrash(StoryHost host, CrashingStore store)
    {
        try
        {
            await host.Start();
            await Task.WhenAny(host.Result(), store.Crashed);
        }
        catch (Planner.Engine.StoreFailedException)
        {
            return true;
        }

        return store.Crashed.IsCompleted;
    }

    private sealed class CountingRenderer : IArtifactRenderer
    {
        private int calls;

        public int Calls => calls;

        public string Path => "zz-counted.md";

        public string? NotApplicable(Plan plan) => null;

        public string Render(Plan plan) =>
            $"# Rendering {Interlocked.Increment(ref calls).ToString(CultureInfo.InvariantCulture)}\n";
    }
}
