using Microsoft.Extensions.Configuration;

namespace Planner.Functions;

/// <summary>
/// Makes relative paths in settings mean what they say on a developer's machine. The build copies <c>local.settings.json</c> beside the
/// app, and the worker runs there; paths count from the file that people edit, which lies in a folder above.
/// </summary>
internal static class LocalPaths
{
    private const string SettingsFile = "local.settings.json";

    /// <summary>Adds the absolute form of each relative path. Does nothing where no folder above the app holds the file, as in Azure.</summary>
    public static IConfigurationManager ResolveLocalPaths(this IConfigurationManager configuration, string app)
    {
        if (Root(new DirectoryInfo(app).Parent) is { } root)
        {
            configuration.AddInMemoryCollection(Relative(configuration)
                .Select(p => KeyValuePair.Create(p.Key, (string?)Path.GetFullPath(p.Path, root)))
                .ToList());
        }

        return configuration;
    }

    private static IEnumerable<(string Key, string Path)> Relative(IConfiguration configuration)
    {
        string[] single = ["Artifacts:Path", "Tickets:Folder"];
        var codebases = configuration.GetSection("Codebases").GetChildren().Select(c => $"{c.Path}:Path");
        return single.Concat(codebases)
            .Select(key => (key, configuration[key] ?? ""))
            .Where(p => p.Item2.Length > 0 && !Path.IsPathRooted(p.Item2));
    }

    private static string? Root(DirectoryInfo? folder) =>
        folder is null || File.Exists(Path.Combine(folder.FullName, SettingsFile)) ? folder?.FullName : Root(folder.Parent);
}
