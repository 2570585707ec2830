using System.Xml.Linq;
using Planner.Testing.Repository;

namespace Planner.Core.Tests.Architecture;

/// <summary>The repository that this test assembly was built from.</summary>
internal static class RepositoryFiles
{
    /// <summary>The folder with the solution.</summary>
    public static string Root => RepositoryRoot.Path;

    /// <summary>The production projects and the test projects.</summary>
    public static IReadOnlyList<ProjectFile> Projects { get; } =
        [.. Files("*.csproj", "src", "tests").Select(ProjectFile.Read)];

    /// <summary>Files below some folders of the root, without build output, in ordinal order.</summary>
    public static IEnumerable<string> Files(string pattern, params string[] folders) =>
        folders
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(Root, f), pattern, SearchOption.AllDirectories))
            .Where(f => !Relative(f).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>A path as it is written in documents: from the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}

/// <summary>What a project file says of its neighbours.</summary>
internal sealed record ProjectFile(string Path, string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public bool IsProduction => Path.StartsWith("src/", StringComparison.Ordinal);

    public static ProjectFile Read(string path)
    {
        var document = XDocument.Load(path);
        return new ProjectFile(
            RepositoryFiles.Relative(path),
            System.IO.Path.GetFileNameWithoutExtension(path),
            [.. Includes(document, "ProjectReference").Select(i => System.IO.Path.GetFileNameWithoutExtension(i.Replace('\\', '/')))],
            Includes(document, "PackageReference"));
    }

    private static List<string> Includes(XDocument document, string element) =>
        [.. document.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>()];
}
