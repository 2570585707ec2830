using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>How one sees that work is done; commands come only from the conventions that were found.</summary>
internal static class Verification
{
    public const string NoCommand = "No build or test command was found in this repository, so a reviewer runs the tests named here by hand.";

    private const string NoBuild = "--no-build";

    /// <summary>The repository's test commands, else its build commands; none where none was found. Tests that build nothing come after what builds.</summary>
    /// <param name="brief">What is planned.</param>
    /// <param name="paths">What the work changes: commands for other parts of the repository show nothing of it.</param>
    public static IReadOnlyList<string> Commands(RuleContext brief, IReadOnlyList<string> paths) => Commands(brief.Grounding, paths);

    /// <summary>The same, of what was found.</summary>
    public static IReadOnlyList<string> Commands(TicketGrounding grounding, IReadOnlyList<string> paths)
    {
        var found = grounding.Conventions.VerificationCommands;
        var near = found.Where(c => Area(c) is not { } area || paths.Count == 0 || paths.Any(p => p.StartsWith(area, StringComparison.Ordinal))).ToList();
        var all = near.Exists(c => Area(c) is not null) ? near : found;
        var tests = all.Where(c => Words.Names(c, "test") || Words.Names(c, "tests")).ToList();
        return tests.Count > 0 ? [.. tests.SelectMany(t => Built(t, all)).Distinct(StringComparer.Ordinal)] : all;
    }

    /// <summary>The folder of the solution that a command names, ending in a slash; null where it names none in a folder.</summary>
    private static string? Area(string command) => command.Split(' ')
        .Select(w => w.Trim('"'))
        .Where(w => Path.GetExtension(w) is ".sln" or ".slnx" or ".slnf")
        .Select(w => PathParts.Folder(w.StartsWith("./", StringComparison.Ordinal) ? w[2..] : w))
        .FirstOrDefault(f => f.Length > 0) is { } folder ? folder + "/" : null;

    private static IEnumerable<string> Built(string test, IReadOnlyList<string> all)
    {
        if (!test.Contains(NoBuild, StringComparison.Ordinal))
        {
            return [test];
        }

        var builds = all.Where(c => Words.Names(c, "build") && !c.Contains(NoBuild, StringComparison.Ordinal)).ToList();
        return builds.Count > 0 ? [.. builds, test] : [string.Join(' ', test.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w != NoBuild))];
    }
}
