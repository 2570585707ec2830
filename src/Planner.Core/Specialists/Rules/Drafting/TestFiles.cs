using Planner.Core.Grounding;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Drafting;

/// <summary>Where tests of a type go: where they are, beside those of its neighbours, or in the test project of its project.</summary>
internal static class TestFiles
{
    /// <summary>The path, or null where the repository has no test project for it.</summary>
    public static string? Of(Brief brief, string type, string file, params IReadOnlyList<string> neighbours)
    {
        var tests = brief.Grounding.Tests;
        var own = tests.FirstOrDefault(t => t.Subject == type);
        if (own is not null)
        {
            return own.File;
        }

        var near = neighbours.Select(n => tests.FirstOrDefault(t => t.Subject == n)).FirstOrDefault(t => t is not null);
        return near is not null ? $"{Mirrored(brief, near, file)}/{type}{Suffix(near.Class, near.Subject)}.cs" : InProject(brief, type, file);
    }

    /// <summary>Test folders that are called like those of the code stay so for what is new.</summary>
    private static string Mirrored(Brief brief, TestFact near, string file)
    {
        var tests = Files.Folder(near.File);
        var subject = brief.Grounding.Types.FirstOrDefault(t => t.Name == near.Subject)?.File;
        var (own, theirs) = (Files.Name(Files.Folder(file)), subject is null ? "" : Files.Name(Files.Folder(subject)));
        return theirs.Length > 0 && own.Length > 0 && tests.EndsWith("/" + theirs, StringComparison.Ordinal) ? $"{tests[..^theirs.Length]}{own}" : tests;
    }

    private static string Suffix(string testClass, string subject) =>
        testClass.StartsWith(subject, StringComparison.Ordinal) && testClass.Length > subject.Length ? testClass[subject.Length..] : "Tests";

    private static string? InProject(Brief brief, string type, string file)
    {
        var project = brief.Files.Project(file)?.Name;
        var tests = brief.Grounding.Projects.Where(p => p.IsTest).ToList();
        ProjectFact? home = tests.Find(p => p.Name.StartsWith(project + ".", StringComparison.Ordinal))
            ?? tests.Find(p => project is not null && p.References.Contains(project, StringComparer.Ordinal))
            ?? tests.FirstOrDefault();
        return home is null ? null : Files.Beside(home.Path, type + "Tests.cs");
    }
}
