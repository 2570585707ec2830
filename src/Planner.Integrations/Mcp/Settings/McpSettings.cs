using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Settings;

namespace Planner.Integrations.Mcp.Settings;

/// <summary>The section <c>Mcp</c> of a host's configuration.</summary>
public static class McpSettings
{
    private const string Codebases = "Codebases";
    private const int MostTools = 64;

    /// <summary>The section and the file that it names, checked; null where it is not set. Nothing is started or called.</summary>
    /// <param name="configuration">The host's; variables of the file are looked up in it, and so in the environment.</param>
    /// <param name="folders">
    /// Folders that the file may not lie in, besides the code bases of the configuration: what is scanned is data and starts no program.
    /// </param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it and shows no secret.</exception>
    public static McpSetup? Read(IConfiguration configuration, params IReadOnlyList<string> folders)
    {
        var options = BoundSection.Bind<McpOptions>(configuration, McpOptions.Section, Faults);
        if (!options.IsConfigured)
        {
            return null;
        }

        var allowed = options.AllowedTools.Select(AllowedTool.Parse).OfType<AllowedTool>().DistinctBy(a => a.Text, StringComparer.Ordinal)
            .OrderBy(a => a.Text, StringComparer.Ordinal).ToList();
        try
        {
            var path = Found(options.ConfigPath, [.. folders, .. Paths(configuration)]);
            using var file = McpFile.Read(path);
            var servers = allowed.Select(a => a.Server).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            return new McpSetup([.. servers.Select(s => file.Server(s, name => Variable(configuration, name)))], allowed, options);
        }
        catch (McpFileException fault)
        {
            throw new OptionsValidationException(McpOptions.Section, typeof(McpOptions), [$"Mcp__ConfigPath {fault.Message}"]);
        }
    }

    private static IEnumerable<string> Faults(McpOptions options)
    {
        if (!options.IsConfigured)
        {
            yield break;
        }

        if (options.ConfigPath.Trim().Length == 0)
        {
            yield return "Mcp__ConfigPath is missing: set it to a file in the shape of .mcp.json, or remove Mcp__AllowedTools.";
        }

        if (!options.AllowedTools.Any(t => t.Trim().Length > 0))
        {
            yield return "Mcp__AllowedTools__0 is missing: name each tool that may be called, like docs/search. None is allowed that is not named.";
        }

        foreach (var (index, _) in options.AllowedTools.Index().Where(t => t.Item.Trim().Length > 0 && AllowedTool.Parse(t.Item) is null))
        {
            yield return $"Mcp__AllowedTools__{index} must be a server and a tool, like docs/search. A server's tools are named one by one: "
                + "what it adds later is not allowed by that.";
        }

        if (options.AllowedTools.Count > MostTools)
        {
            yield return $"Mcp__AllowedTools names more than {MostTools} tools, all of which are sent with every call of a model: name those that are needed.";
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromMinutes(5))
        {
            yield return "Mcp__Timeout must lie between 00:00:01 and 00:05:00.";
        }

        if (options.MaxResultCharacters is < 100 or > 50_000)
        {
            yield return "Mcp__MaxResultCharacters must lie between 100 and 50000.";
        }

        if (options.MaxCalls is < 1 or > 500)
        {
            yield return "Mcp__MaxCalls must lie between 1 and 500.";
        }
    }

    private static string Found(string configured, IEnumerable<string> folders)
    {
        var path = Path.GetFullPath(configured.Trim());
        var real = RealPath.Of(path);
        return folders.Any(f => RealPath.IsInside(path, Path.GetFullPath(f)) || RealPath.IsInside(real, RealPath.Of(f)))
            ? throw new McpFileException("names a file in a code base that is planned against. What is scanned starts no program: copy it to another place.")
            : File.Exists(path) ? path : throw new McpFileException("names no file: give the path of an .mcp.json.");
    }

    private static IEnumerable<string> Paths(IConfiguration configuration) =>
        configuration.GetSection(Codebases).GetChildren().Select(c => c["Path"]).Where(p => !string.IsNullOrWhiteSpace(p)).OfType<string>();

    // Two underscores in a variable are a colon in a configuration.
    private static string? Variable(IConfiguration configuration, string name) => configuration[name.Replace("__", ":", StringComparison.Ordinal)];
}
