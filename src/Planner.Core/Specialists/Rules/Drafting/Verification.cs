using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Drafting;

/// <summary>How one sees that work is done; commands come only from the conventions that were found.</summary>
internal static class Verification
{
    public const string NoCommand = "No build or test command was found in this repository, so a reviewer runs the tests named here by hand.";

    private const string NoBuild = "--no-build";

    /// <summary>The repository's test commands, else its build commands; none where none was found. Tests that build nothing come after what builds.</summary>
    public static IReadOnlyList<string> Commands(Brief brief)
    {
        var all = brief.Grounding.Conventions.VerificationCommands;
        var tests = all.Where(c => Words.Names(c, "test") || Words.Names(c, "tests")).ToList();
        return tests.Count > 0 ? [.. tests.SelectMany(t => Built(t, all)).Distinct(StringComparer.Ordinal)] : all;
    }

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
