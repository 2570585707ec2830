using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;

namespace Planner.Codebase.Files;

/// <summary>The folders of test projects.</summary>
internal sealed class TestFolders(IEnumerable<ProjectFact> projects)
{
    private readonly List<string> folders =
        [.. projects.Where(p => p.IsTest).Select(p => PathParts.FolderPrefix(p.Path)).Where(f => f.Length > 0)];

    public bool Holds(string path) => folders.Any(f => path.StartsWith(f, StringComparison.Ordinal));
}
