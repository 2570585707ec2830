using System.Text.RegularExpressions;

namespace Planner.Integrations.Mcp.Settings;

/// <summary>A tool that may be called.</summary>
/// <param name="Server">The server's name in the configuration file.</param>
/// <param name="Name">The tool's own name.</param>
internal sealed partial record AllowedTool(string Server, string Name)
{
    /// <summary>How people write it.</summary>
    public string Text => $"{Server}/{Name}";

    /// <summary>Of a setting like <c>docs/search</c>; null where it is none.</summary>
    public static AllowedTool? Parse(string text) =>
        Shape().Match(text.Trim()) is { Success: true } match ? new(match.Groups["server"].Value, match.Groups["tool"].Value) : null;

    [GeneratedRegex(@"\A(?<server>[A-Za-z0-9_.-]{1,64})/(?<tool>[A-Za-z0-9_./-]{1,128})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
