using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Where tests of a type go: where they are, beside those of its neighbours, or in the test project of its project.</summary>
internal static class TestFiles
{
    private static readonly string[] Endings = Lexicon.Words("drafting", "endings");

    /// <summary>The path, or null where the repository has no test project for it.</summary>
    public static string? Of(RuleContext brief, string type, string file, params IReadOnlyList<string> neighbours)
    {
        var tests = brief.Grounding.Tests;
        var own = tests.FirstOrDefault(t => t.Subject == type);
        if (own is not null)
        {
            return own.File;
        }

        if (Exercising(brief, type, file) is { } exercising)
        {
            return exercising;
        }

        var near = neighbours.Select(n => tests.FirstOrDefault(t => t.Subject == n)).FirstOrDefault(t => t is not null);
        return near is not null ? $"{Mirrored(brief, near, file)}/{type}{Suffix(near.Class, near.Subject)}.cs" : InProject(brief, type, file);
    }

    /// <summary>A test class that is likely to change and uses the type, named after a part of its name or of its folder.</summary>
    private static string? Exercising(RuleContext brief, string type, string file) => brief.Grounding.Types
        .Where(t => brief.Files.IsTest(t.File) && t.Uses.Contains(type, StringComparer.Ordinal) && brief.Grounding.Tests.Any(x => x.File == t.File))
        .Select(t => (t.File, Words: Words.Overlap(Stem(t.Name), type + " " + PathParts.Name(PathParts.Folder(file)))))
        .Where(t => t.Words > 0)
        .OrderByDescending(t => t.Words).ThenByDescending(t => brief.Files.Score(t.File)).ThenBy(t => t.File, StringComparer.Ordinal)
        .Select(t => t.File)
        .FirstOrDefault();

    private static string Stem(string testClass) =>
        Endings.FirstOrDefault(e => testClass.EndsWith(e, StringComparison.Ordinal)) is { } ending ? testClass[..^ending.Length] : testClass;

    /// <summary>How the files of a test project end, else the test classes that were found.</summary>
    private static string Ending(RuleContext brief, string project) =>
        Commonest(brief.Grounding.Inventory.Paths
            .Where(p => p.StartsWith(project + "/", StringComparison.Ordinal) && p.EndsWith(".cs", StringComparison.Ordinal))
            .Select(p => PathParts.Name(p)[..^3]))
        ?? Commonest(brief.Grounding.Tests.Select(t => t.Class).Distinct(StringComparer.Ordinal))
        ?? "Tests";

    private static string? Commonest(IEnumerable<string> classes) => classes
        .Select(c => Endings.FirstOrDefault(e => c.EndsWith(e, StringComparison.Ordinal) && c.Length > e.Length)).OfType<string>()
        .CountBy(e => e, StringComparer.Ordinal).OrderByDescending(e => e.Value).ThenBy(e => e.Key, StringComparer.Ordinal)
        .Select(e => e.Key)
        .FirstOrDefault();

    /// <summary>Test folders that are called like those of the code stay so for what is new.</summary>
    private static string Mirrored(RuleContext brief, TestFact near, string file)
    {
        var tests = PathParts.Folder(near.File);
        var subject = brief.Grounding.Types.FirstOrDefault(t => t.Name == near.Subject)?.File;
        var (own, theirs) = (PathParts.Name(PathParts.Folder(file)), subject is null ? "" : PathParts.Name(PathParts.Folder(subject)));
        return theirs.Length > 0 && own.Length > 0 && tests.EndsWith("/" + theirs, StringComparison.Ordinal) ? $"{tests[..^theirs.Length]}{own}" : tests;
    }

    private static string Suffix(string testClass, string subject) =>
        testClass.StartsWith(subject, StringComparison.Ordinal) && testClass.Length > subject.Length ? testClass[subject.Length..] : "Tests";

    /// <summary>The test project's folder for the code's folder where there is one.</summary>
    private static string Folder(RuleContext brief, ProjectFact tests, string file)
    {
        var (root, code) = (PathParts.Folder(tests.Path), PathParts.Folder(brief.Files.Project(file)?.Path ?? ""));
        var own = PathParts.Folder(file);
        var inside = code.Length > 0 && own.StartsWith(code + "/", StringComparison.Ordinal) ? own[(code.Length + 1)..] : "";
        var mirrored = $"{root}/{inside}";
        return inside.Length > 0 && brief.Grounding.Inventory.Paths.Any(p => p.StartsWith(mirrored + "/", StringComparison.Ordinal)) ? mirrored : root;
    }

    private static string? InProject(RuleContext brief, string type, string file)
    {
        var project = brief.Files.Project(file)?.Name;
        var home = brief.Grounding.Projects
            .Where(p => p.IsTest)
            .OrderByDescending(p => project is not null && p.Name.StartsWith(project + ".", StringComparison.Ordinal))
            .ThenByDescending(p => project is not null && p.References.Contains(project, StringComparer.Ordinal))
            .ThenByDescending(p => Together(p.Path, file))
            .ThenByDescending(p => Words.Names(p.Name, "unit"))
            .ThenBy(p => p.Path, StringComparer.Ordinal)
            .FirstOrDefault();
        return home is null ? null : Files.Beside(Folder(brief, home, file) + "/", type + Ending(brief, PathParts.Folder(home.Path)) + ".cs");
    }

    /// <summary>How many folders from the root two paths share.</summary>
    private static int Together(string one, string other) =>
        one.Split('/')[..^1].Zip(other.Split('/')[..^1]).TakeWhile(p => p.First == p.Second).Count();
}
