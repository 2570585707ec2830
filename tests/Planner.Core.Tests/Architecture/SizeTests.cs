using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Files stay small enough to be read, and lie in folders that name what they hold.</summary>
public sealed class SizeTests
{
    private const int LongestFile = 400;
    private const int LongestStory = 150;
    private const int WidestLine = 160;

    // Models are language models here, and no bag of types.
    private static readonly string[] NamesThatSayNothing =
        ["Helpers", "Utils", "Utilities", "Services", "Managers", "Interfaces", "Common", "Misc"];

    [Fact]
    public void SourceFile_HasAtMost400Lines()
    {
        var tooLong = Sources().Where(f => Lines(f) > LongestFile).Select(RepositoryFiles.Relative).ToList();

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Line_HasAtMost160Characters()
    {
        var tooWide = Sources().SelectMany(f => File.ReadLines(f).Select((l, i) => (l.Length, Place: $"{RepositoryFiles.Relative(f)}:{i + 1}")))
            .Where(l => l.Length > WidestLine)
            .Select(l => l.Place);

        Assert.Empty(tooWide);
    }

    [Fact]
    public void Story_IsOneFileOfAtMost150Lines() =>
        Assert.InRange(Lines(Path.Combine(RepositoryFiles.Root, "src/Planner.Core/Planning/Story/PlanTicket.cs")), 1, LongestStory);

    [Fact]
    public void Folder_IsNamedByTheDomain()
    {
        var folders = Sources().Select(f => RepositoryFiles.Relative(Path.GetDirectoryName(f)!)).Distinct();

        Assert.DoesNotContain(folders, f => f.Split('/').Intersect(NamesThatSayNothing, StringComparer.OrdinalIgnoreCase).Any());
    }

    [Fact]
    public void Namespace_FollowsTheFolder()
    {
        var files = Sources().Select(f => (Path: RepositoryFiles.Relative(f), Namespace: NamespaceOf(f)));

        Assert.DoesNotContain(files, f => f.Namespace is not null && f.Namespace != Expected(f.Path));
    }

    private static IEnumerable<string> Sources() => RepositoryFiles.Files("*.cs", "src", "tests");

    private static int Lines(string path) => File.ReadLines(path).Count();

    private static string? NamespaceOf(string path) =>
        File.ReadLines(path).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))?["namespace ".Length..].TrimEnd(';', ' ');

    private static string Expected(string path) => string.Join('.', path.Split('/')[1..^1]);
}
