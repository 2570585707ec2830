using Planner.Codebase.CSharp;
using Planner.Codebase.Practices;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;

namespace Planner.Codebase.Scanning;

/// <summary>Says how things are done here, from what was found.</summary>
internal static class ConventionsFinder
{
    private const int MostListed = 60;
    private const int MostSections = 3_000;
    private const int MostSolutions = 6;

    public static Conventions Find(IReadOnlyList<FileScan> scans, IReadOnlyList<ProjectFact> projects, IReadOnlyList<MigrationFact> migrations)
    {
        var newest = NextMigration.Newest(migrations);
        return new Conventions
        {
            TestFramework = TestFrameworks.MostUsed(projects),
            VerificationCommands = Commands(scans, projects),
            MigrationTool = newest?.Tool,
            MigrationFolder = newest is null ? null : PathParts.Folder(newest.Path),
            NextMigration = newest is null ? [] : NextMigration.Paths(newest, migrations),
            Contracts = Contracts(scans),
            Owners = CodeOwners.First(scans.Select(s => (s.Document.Path, s.Practices?.Owners ?? []))),
            Pipelines = [.. scans.Where(s => s.Practices is { IsPipeline: true }).Select(s => s.Document.Path).Take(MostListed)],
            Containers = [.. scans.SelectMany(s => s.Practices?.Containers ?? []).Take(MostListed)],
        };
    }

    /// <summary>What the documents say, in the order of their paths, bounded.</summary>
    public static DocumentFacts Documents(IReadOnlyList<FileScan> scans) => new()
    {
        Sections = [.. scans.SelectMany(s => s.Practices?.Sections ?? []).Take(MostSections)],
        Principles = [.. scans.SelectMany(s => s.Practices?.Principles ?? [])],
        Answers = [.. scans.SelectMany(s => s.Practices?.Answers ?? [])],
        Decisions = [.. scans.SelectMany(s => s.Practices?.Decided ?? [])],
    };

    public static IReadOnlyList<ContractFact> Contracts(IReadOnlyList<FileScan> scans) =>
        [.. scans.Where(s => s.Practices is { IsOpenApi: true }).Select(s => new ContractFact(s.Document.Path, s.Practices!.Operations))];

    private static IReadOnlyList<string> Commands(IReadOnlyList<FileScan> scans, IReadOnlyList<ProjectFact> projects)
    {
        var found = scans.SelectMany(s => s.Practices?.Commands ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (found.Count == 0)
        {
            return Derived(scans, projects);
        }

        // A pipeline that tests in a container or by a script of its own still leaves the test projects to be run.
        return found.Any(IsTest) ? found : [.. found, .. Derived(scans, projects).Where(IsTest)];
    }

    private static bool IsTest(string command) => command.StartsWith("dotnet test", StringComparison.Ordinal);

    private static IReadOnlyList<string> Derived(IReadOnlyList<FileScan> scans, IReadOnlyList<ProjectFact> projects)
    {
        var targets = Solutions(scans);
        if (targets.Count == 0 && projects.Count == 1)
        {
            targets = [projects[0].Path];
        }

        if (targets.Count == 0)
        {
            return [.. projects.Where(p => p.IsTest).Select(p => $"dotnet test {Quoted(p.Path)}")];
        }

        string[] verbs = projects.Any(p => p.IsTest) ? ["build", "test"] : ["build"];
        return [.. targets.SelectMany(t => verbs.Select(v => $"dotnet {v} {Quoted(t)}"))];
    }

    /// <summary>The solutions that no other stands above, one for each folder: the shortest by name.</summary>
    private static List<string> Solutions(IReadOnlyList<FileScan> scans)
    {
        var tops = new List<string>();
        foreach (var path in scans.Select(s => s.Document.Path)
            .Where(p => Path.GetExtension(p) is ".sln" or ".slnx")
            .OrderBy(p => p.Count(c => c == '/'))
            .ThenBy(p => p.Length)
            .ThenBy(p => p, StringComparer.Ordinal))
        {
            if (tops.Count < MostSolutions && !tops.Exists(t => path.StartsWith(PathParts.FolderPrefix(t), StringComparison.Ordinal)))
            {
                tops.Add(path);
            }
        }

        return tops;
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
