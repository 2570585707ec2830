using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Client;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Integrations.Mcp.Settings;

namespace Planner.Integrations.Mcp;

/// <summary>Servers of the Model Context Protocol, over stdio and streamable HTTP, by the official client.</summary>
/// <param name="setup">Checked.</param>
/// <param name="time">The host's clock.</param>
/// <param name="log">Told of servers that are not used; no argument, result or secret.</param>
public sealed class McpServers(McpSetup setup, TimeProvider time, ILogger<McpServers> log) : IToolServers, IAsyncDisposable
{
    private readonly List<ServerConnection> connections = [.. setup.Servers.Select(s => new ServerConnection(s, setup.Limits.Timeout, time))];

    /// <inheritdoc />
    public IReadOnlyList<string> Allowed { get; } = [.. setup.Allowed.Select(a => a.Text)];

    /// <inheritdoc />
    public int MaxCalls => setup.Limits.MaxCalls;

    /// <inheritdoc />
    public async Task<ToolOffer> Offer(CancellationToken cancellation)
    {
        var offers = await Task.WhenAll(connections.Select(c => Offer(c, cancellation)));
        return new ToolOffer([.. offers.SelectMany(o => o.Tools)], [.. offers.SelectMany(o => o.Missing)]);
    }

    /// <inheritdoc />
    public async Task<ToolResult> Call(string server, string tool, JsonElement arguments, CancellationToken cancellation)
    {
        if (!Allowed.Contains($"{server}/{tool}", StringComparer.Ordinal))
        {
            return new ToolResult("It may not be called.", IsAnswer: false);
        }

        using var span = McpSpan.Start(server, tool);
        try
        {
            return McpSpan.End(span, await Called(connections.First(c => c.Name == server), tool, arguments, cancellation));
        }
        catch (Exception fault) when (ServerFaults.IsOfServer(fault, cancellation))
        {
            McpSpan.Fail(span, fault);
            var why = ServerFaults.Told(fault, setup.Limits.Timeout);
            log.ToolNotAnswered(server, tool, why);
            return new ToolResult($"The server {why}.", IsAnswer: false, $"The tool {server}/{tool} gave nothing: its server {why}.");
        }
    }

    private async Task<ToolOffer> Offer(ServerConnection connection, CancellationToken cancellation)
    {
        try
        {
            var listed = await connection.Ask(
                async (client, limit) => await client.ListToolsAsync((ModelContextProtocol.RequestOptions?)null, limit), cancellation);
            return Sifted(connection.Name, listed.DistinctBy(t => t.Name, StringComparer.Ordinal).ToDictionary(t => t.Name, StringComparer.Ordinal));
        }
        catch (Exception fault) when (ServerFaults.IsOfServer(fault, cancellation))
        {
            var why = ServerFaults.Told(fault, setup.Limits.Timeout);
            log.ToolServerNotUsed(connection.Name, why);
            return new ToolOffer([], [$"The tool server {connection.Name} is not used: it {why}."]);
        }
    }

    private ToolOffer Sifted(string server, Dictionary<string, McpClientTool> listed)
    {
        var allowed = setup.Allowed.Where(a => a.Server == server).ToList();
        var found = allowed.Where(a => listed.ContainsKey(a.Name)).Select(a => listed[a.Name]).ToList();
        return new ToolOffer(
            [.. found.Where(t => !Writes(t)).Select(t => new OfferedTool(server, t.Name, t.Description ?? "", t.JsonSchema.GetRawText()))],
            [
                .. allowed.Where(a => !listed.ContainsKey(a.Name)).Select(a => $"The tool {a.Text} is not there: its server does not list it."),
                .. found.Where(Writes).Select(t => $"The tool {server}/{t.Name} is not used: its server says that it changes things."),
            ]);
    }

    /// <summary>Models look things up; what says of itself that it does more is not given to them, though its name is allowed.</summary>
    private static bool Writes(McpClientTool tool) =>
        tool.ProtocolTool.Annotations is { ReadOnlyHint: false } or { DestructiveHint: true, ReadOnlyHint: not true };

    private async Task<ToolResult> Called(ServerConnection connection, string tool, JsonElement arguments, CancellationToken cancellation)
    {
        var given = arguments.EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value.Clone(), StringComparer.Ordinal);
        var result = await connection.Ask(
            async (client, limit) => await client.CallToolAsync(tool, given, null, null, limit), cancellation);
        var (text, isCut) = ResultText.Of(result, setup.Limits.MaxResultCharacters);
        return result.IsError == true
            ? new ToolResult($"The tool reports a fault: {text}", IsAnswer: false)
            : new ToolResult(text, IsAnswer: true, isCut ? Cut(connection.Name, tool) : null);
    }

    private string Cut(string server, string tool) =>
        $"The tool {server}/{tool} gave more than {setup.Limits.MaxResultCharacters} characters, of which the first were read.";

    /// <summary>Ends all connections and programs.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
