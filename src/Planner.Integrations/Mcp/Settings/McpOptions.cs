namespace Planner.Integrations.Mcp.Settings;

/// <summary>Which servers of the Model Context Protocol a model may ask, and for what: the section <c>Mcp</c>.</summary>
public sealed class McpOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Mcp";

    /// <summary>
    /// A file in the shape of the common <c>.mcp.json</c>, absolute or relative to the working directory; never in a code base that is
    /// planned against. Default: none, no servers.
    /// </summary>
    public string ConfigPath { get; set; } = "";

    /// <summary>What may be called, each as <c>server/tool</c>. Nothing else is.</summary>
    public IList<string> AllowedTools { get; set; } = [];

    /// <summary>Longest wait for a server to start and for each call, 1 s to 5 min. Default: 30 s.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest result of a call, in characters; the rest is left out. 100 to 50,000, default 20,000.</summary>
    public int MaxResultCharacters { get; set; } = 20_000;

    /// <summary>Calls that one run may make, 1 to 500. Default: 40.</summary>
    public int MaxCalls { get; set; } = 40;

    /// <summary>True where any of the two settings that need each other is there.</summary>
    internal bool IsConfigured => ConfigPath.Trim().Length > 0 || AllowedTools.Any(t => t.Trim().Length > 0);
}
