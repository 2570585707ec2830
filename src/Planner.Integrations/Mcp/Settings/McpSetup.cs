namespace Planner.Integrations.Mcp.Settings;

/// <summary>What the section <c>Mcp</c> says, checked: the servers that something is allowed of, what that is, and the limits.</summary>
public sealed class McpSetup
{
    internal McpSetup(IReadOnlyList<McpServer> servers, IReadOnlyList<AllowedTool> allowed, McpOptions limits) =>
        (Servers, Allowed, Limits) = (servers, allowed, limits);

    /// <summary>Names of the servers that something is allowed of, sorted.</summary>
    public IReadOnlyList<string> Names => [.. Servers.Select(s => s.Name)];

    internal IReadOnlyList<McpServer> Servers { get; }

    internal IReadOnlyList<AllowedTool> Allowed { get; }

    internal McpOptions Limits { get; }

    /// <summary>The same with one server alone.</summary>
    internal McpSetup Of(string server) => new(
        [.. Servers.Where(s => s.Name == server)], [.. Allowed.Where(a => a.Server == server)], Limits);
}
