using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Source;

/// <summary>The folders of test projects.</summary>
internal sealed class TestFolders(IEnumerable<ProjectFact> projects)
{
    private readonly List<string> folders =
        [.. projects.Where(p => p.IsTest).Select(p => p.Path[..(p.Path.LastIndexOf('/') + 1)]).Where(f => f.Length > 0)];

    public bool Holds(string path) => folders.Any(f => path.StartsWith(f, StringComparison.Ordinal));
}
