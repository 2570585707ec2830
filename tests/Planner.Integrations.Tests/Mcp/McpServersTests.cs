using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Planner.Durability.Telemetry;
using Planner.Integrations.Mcp;
using Planner.Testing.Clock;
using Planner.Testing.Telemetry;
using Planner.Testing.ToolServer;
using Xunit;

namespace Planner.Integrations.Tests.Mcp;

/// <summary>Real servers: a program over stdio, and one over HTTP in this process.</summary>
public sealed class McpServersTests : IDisposable
{
    private readonly ToolBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Program_GivesWhatItHas_AndEndsWithTheHost()
    {
        bench.With("docs", ToolBench.Program()).Allow("docs/search", "docs/pid");
        int process;

        await using (var servers = bench.Open())
        {
            var offer = await servers.Offer(CancellationToken.None);
            var found = await ToolBench.Call(servers, "docs", "search", """{"query":"returns"}""");
            process = await Process(servers);

            Assert.Equal(["pid", "search"], offer.Tools.Select(t => t.Name));
            Assert.Empty(offer.Missing);
            Assert.Equal((SomeTools.Document, true, null), (found.Text, found.IsAnswer, found.Limitation));
        }

        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(process));
    }

    [Fact]
    public async Task Program_GetsItsOwnVariablesAndNoneOfTheHosts()
    {
        Environment.SetEnvironmentVariable("PLANNER_TEST_SECRET", "host-secret");
        bench.With("docs", ToolBench.Program(("DOCS_TOKEN", "${GIVEN}"), ("DOCS_PLACE", "${NOT_GIVEN:-here}")))
            .Besides("GIVEN", "its-own")
            .Allow("docs/variable");
        await using var servers = bench.Open();

        var seen = await Task.WhenAll(new[] { "PLANNER_TEST_SECRET", "DOCS_TOKEN", "DOCS_PLACE" }
            .Select(v => ToolBench.Call(servers, "docs", "variable", new JsonObject { ["name"] = v }.ToJsonString())));

        Assert.Equal(["(not set)", "its-own", "here"], seen.Select(s => s.Text));
    }

    [Fact]
    public async Task ProgramThatCrashes_IsStartedOnceMore_AndThenLeftAlone()
    {
        var clock = new ManualClock();
        bench.With("docs", ToolBench.Program()).Allow("docs/crash", "docs/search");
        await using var servers = bench.Open(clock);

        var crashed = await ToolBench.Call(servers, "docs", "crash");
        var after = await ToolBench.Call(servers, "docs", "search");
        clock.Advance(TimeSpan.FromMinutes(11));
        var later = await ToolBench.Call(servers, "docs", "search", """{"query":"x"}""");

        Assert.False(crashed.IsAnswer);
        Assert.StartsWith("The tool docs/crash gave nothing: its server ", crashed.Limitation, StringComparison.Ordinal);
        Assert.False(after.IsAnswer);
        Assert.Equal(SomeTools.Document, later.Text);
    }

    [Fact]
    public async Task ProgramThatWasEndedFromOutside_IsStartedAgainForTheNextCall()
    {
        bench.With("docs", ToolBench.Program()).Allow("docs/search", "docs/pid");
        await using var servers = bench.Open();
        using (var process = System.Diagnostics.Process.GetProcessById(await Process(servers)))
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var found = await ToolBench.Call(servers, "docs", "search", """{"query":"x"}""");

        Assert.Equal(SomeTools.Document, found.Text);
    }

    [Fact]
    public async Task AddressOverHttp_IsAskedWithItsHeaders()
    {
        await using var server = await HttpToolServer.Start();
        bench.With("docs", Address(server.Address, "Bearer ${TOKEN}")).Besides("TOKEN", "secret-token").Allow("docs/search");
        await using var servers = bench.Open();

        var offer = await servers.Offer(CancellationToken.None);
        var found = await ToolBench.Call(servers, "docs", "search", """{"query":"returns"}""");

        Assert.Equal(["search"], offer.Tools.Select(t => t.Name));
        Assert.Equal(SomeTools.Document, found.Text);
        Assert.Equal(["""search {"query":"returns"}"""], server.Tools.Calls);
        Assert.All(server.Authorizations, a => Assert.Equal("Bearer secret-token", a));
    }

    [Fact]
    public async Task ToolThatIsNotNamed_IsNeitherOfferedNorCalled()
    {
        await using var server = await HttpToolServer.Start();
        bench.With("docs", Address(server.Address)).Allow("docs/search");
        await using var servers = bench.Open();

        var result = await ToolBench.Call(servers, "docs", "variable", """{"name":"PATH"}""");

        Assert.False(result.IsAnswer);
        Assert.Empty(server.Tools.Calls);
        Assert.DoesNotContain((await servers.Offer(CancellationToken.None)).Tools, t => t.Name == "variable");
    }

    [Fact]
    public async Task MissingServersAndTools_AreTold_AndTheOthersAreThere()
    {
        await using var server = await HttpToolServer.Start(request => request.Headers.Authorization == "Bearer wrong");
        bench.With("docs", Address(server.Address)).With("refused", Address(server.Address, "Bearer wrong"))
            .With("gone", new JsonObject { ["command"] = "planner-no-such-command" })
            .With("mute", new JsonObject { ["command"] = "dotnet", ["args"] = new JsonArray("--version") })
            .With("silent", Address("http://127.0.0.1:9/mcp"))
            .Allow("docs/search", "docs/nothing", "docs/delete", "refused/search", "gone/search", "mute/search", "silent/search");
        await using var servers = bench.Open();

        var offer = await servers.Offer(CancellationToken.None);

        Assert.Equal(["docs/search"], offer.Tools.Select(t => $"{t.Server}/{t.Name}"));
        Assert.Equal(
            [
                "The tool docs/nothing is not there: its server does not list it.",
                "The tool docs/delete is not used: its server says that it changes things.",
                "The tool server gone is not used: it could not be started: its command was not found or may not be run.",
                "The tool server mute is not used: it ended with exit code 0.",
                "The tool server refused is not used: it refuses the credentials of its headers (401).",
                "The tool server silent is not used: it is out of reach.",
            ],
            offer.Missing);
    }

    [Fact]
    public async Task CallThatIsNotAnswered_EndsWithTheTimeout()
    {
        await using var server = await HttpToolServer.Start();
        bench.With("docs", Address(server.Address)).Allow("docs/wait", "docs/search").Set("Timeout", "00:00:01");
        await using var servers = bench.Open();
        await servers.Offer(CancellationToken.None);

        var result = await ToolBench.Call(servers, "docs", "wait");
        var next = await ToolBench.Call(servers, "docs", "search", """{"query":"x"}""");

        Assert.Equal("The tool docs/wait gave nothing: its server did not answer within 1 s.", result.Limitation);
        Assert.Equal(SomeTools.Document, next.Text);
    }

    [Fact]
    public async Task LongResult_IsCut_AndSaidToBe()
    {
        await using var server = await HttpToolServer.Start();
        server.Tools.Found = new string('x', 5_000);
        bench.With("docs", Address(server.Address)).Allow("docs/search").Set("MaxResultCharacters", "100");
        await using var servers = bench.Open();

        var result = await ToolBench.Call(servers, "docs", "search", """{"query":"x"}""");

        Assert.Equal($"{new string('x', 100)}\n… 4900 characters more", result.Text);
        Assert.Equal("The tool docs/search gave more than 100 characters, of which the first were read.", result.Limitation);
    }

    [Fact]
    public async Task ResultBeyondAllBounds_IsNotRead()
    {
        await using var server = await HttpToolServer.Start();
        server.Tools.Found = new string('x', 5_000_000);
        bench.With("docs", Address(server.Address)).Allow("docs/search");
        await using var servers = bench.Open();

        var result = await ToolBench.Call(servers, "docs", "search", """{"query":"x"}""");

        Assert.False(result.IsAnswer);
        Assert.StartsWith("The tool docs/search gave nothing: its server ", result.Limitation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultOfATool_IsAResultThatItTells()
    {
        await using var server = await HttpToolServer.Start();
        bench.With("docs", Address(server.Address)).Allow("docs/fault", "docs/search");
        await using var servers = bench.Open();

        var fault = await ToolBench.Call(servers, "docs", "fault");
        server.Tools.Gone.Add("search");
        var vanished = await ToolBench.Call(servers, "docs", "search", """{"query":"x"}""");

        Assert.Equal(("The tool reports a fault: The index is being built.", false, null), (fault.Text, fault.IsAnswer, fault.Limitation));
        Assert.Equal(
            "The tool docs/search gave nothing: its server answered with a fault, or with something that is not the protocol.", vanished.Limitation);
    }

    [Fact]
    public async Task HostThatStops_StopsACall()
    {
        await using var server = await HttpToolServer.Start();
        bench.With("docs", Address(server.Address)).Allow("docs/wait");
        await using var servers = bench.Open();
        await servers.Offer(CancellationToken.None);
        using var stop = new CancellationTokenSource();

        var call = servers.Call("docs", "wait", System.Text.Json.JsonDocument.Parse("{}").RootElement, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Call_IsASpanWithoutArgumentsOrResult()
    {
        using var recorder = new SpanRecorder(PlannerTelemetry.Name);
        await using var server = await HttpToolServer.Start();
        bench.With("span-docs", Address(server.Address)).Allow("span-docs/search");
        await using var servers = bench.Open();

        await ToolBench.Call(servers, "span-docs", "search", """{"query":"the question"}""");

        var span = Assert.Single(recorder.Ended, s => Equals(s.GetTagItem("planner.mcp.server"), "span-docs"));
        Assert.Equal(("execute_tool search", ActivityKind.Client), (span.DisplayName, span.Kind));
        var told = string.Join('\n', span.TagObjects.Select(t => t.Value));
        Assert.DoesNotContain("question", told, StringComparison.Ordinal);
        Assert.DoesNotContain("RET", told, StringComparison.Ordinal);
    }

    private static JsonObject Address(string address, string? authorization = null) => new()
    {
        ["type"] = "http",
        ["url"] = address,
        ["headers"] = authorization is null ? null : new JsonObject { ["Authorization"] = authorization },
    };

    private static async Task<int> Process(McpServers servers) =>
        int.Parse((await ToolBench.Call(servers, "docs", "pid")).Text, CultureInfo.InvariantCulture);
}
