using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

public sealed class HostingTests
{
    private static readonly Story<int, int> Adding = new("adding", (_, input) => Task.FromResult(input + 1));

    [Fact]
    public async Task Host_WithTheEngine_RunsStoriesOfItsCatalog()
    {
        using var folder = new TemporaryFolder();
        using (var host = Build(folder))
        {
            await host.StartAsync();
            var client = host.Services.GetRequiredService<IWorkflowClient>();
            await client.Start(Adding, "a", 1);
            Assert.Equal("2", (await client.WaitForEnd("a")).Output);
            await host.StopAsync();
        }

        using var next = Build(folder);
        await next.StartAsync();
        Assert.Equal("2", (await next.Services.GetRequiredService<IWorkflowClient>().Get("a"))!.Output);
    }

    [Fact]
    public void Engine_NotStarted_SaysSo()
    {
        using var folder = new TemporaryFolder();
        using var host = Build(folder);
        var client = host.Services.GetRequiredService<IWorkflowClient>();
        Assert.Throws<InvalidOperationException>(() => { _ = client.Get("a"); });
    }

    private static IHost Build(TemporaryFolder folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new WorkflowCatalog().Add(Adding));
        builder.Services.AddPlannerEngine(new EngineOptions { DataDirectory = folder.Path });
        return builder.Build();
    }
}
