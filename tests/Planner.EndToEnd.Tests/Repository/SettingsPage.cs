using Planner.Testing.Repository;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>The page that names every setting.</summary>
internal static class SettingsPage
{
    /// <summary>Names as the environment has them, with <c>NAME</c> and <c>KEY</c> where users choose.</summary>
    public static IEnumerable<string> Names =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "settings.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('`')[1]);
}
