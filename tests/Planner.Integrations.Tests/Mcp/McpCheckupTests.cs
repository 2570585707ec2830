using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Planner.Integrations.Mcp;
using Planner.Testing.ToolServer;
using Xunit;

namespace Planner.Integrations.Tests.Mcp;

public sealed class McpCheckupTests : IDisposable
{
    private readonly ToolBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Servers_AreLookedAtOneByOne_AndNothingIsCalled()
    {
        await using var server = await HttpToolServer.Start();
        bench.With("docs", new JsonObject { ["url"] = server.Address }).With("gone", new JsonObject { ["command"] = "planner-no-such-command" })
            .Allow("gone/search", "docs/search", "docs/pid");
        var configuration = bench.Configuration();

        var found = await McpCheckup.Reach(configuration, "docs", TimeProvider.System, CancellationToken.None);
        var missing = await Assert.ThrowsAsync<OptionsValidationException>(
            () => McpCheckup.Reach(configuration, "gone", TimeProvider.System, CancellationToken.None));

        Assert.Equal(["docs", "gone"], McpCheckup.Servers(configuration));
        Assert.Equal("answers; may be asked for pid, search", found);
        Assert.StartsWith("The tool server gone is not used: it could not be started", Assert.Single(missing.Failures), StringComparison.Ordinal);
        Assert.Empty(server.Tools.Calls);
    }
}
