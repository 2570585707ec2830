using Planner.Durability;

namespace Planner.Conformance.Engine;

public abstract partial class EngineConformance
{
    [Fact]
    public async Task Steps_CalledTogether_RunTogetherAndComeBackInOrder()
    {
        var together = new Barrier4();
        var story = new Story<int, string>("fan", async (context, input) =>
            string.Join(',', await Task.WhenAll(Enumerable.Range(input, 4).Select(i => context.Call(Echo, i)))));
        await using var host = await Host(new WorkflowCatalog().Add(story).Add(Echo, async (input, _) =>
        {
            await together.Arrive().WaitAsync(Patience);
            return input;
        }));
        var id = NewId();
        await host.Client.Start(story, id, 5);
        Assert.Equal("5,6,7,8", await Result<string>(host, id));
    }

    [Fact]
    public async Task Runs_StartedTogether_AllComplete()
    {
        var story = new Story<int, int>("fan-in", async (context, input) =>
            (await Task.WhenAll(Enumerable.Range(0, 4).Select(i => context.Call(Echo, input + i)))).Sum());
        await using var host = await Host(Catalog(story));
        var prefix = NewId();
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => host.Client.Start(story, $"{prefix}-{i}", i)));
        var results = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => Result<int>(host, $"{prefix}-{i}")));
        Assert.Equal(Enumerable.Range(0, Many).Select(i => (4 * i) + 6), results);
    }

    // Lets nobody pass before four have come.
    private sealed class Barrier4
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int arrived;

        public Task Arrive()
        {
            if (Interlocked.Increment(ref arrived) == 4)
            {
                open.SetResult();
            }

            return open.Task;
        }
    }
}
