using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Whoever reads a type finds its tests in the folder of the same name, and the other way round.</summary>
public sealed class MirrorTests
{
    /// <summary>Folders of tests about what has no room: the repository, hosts that tests start, a server that stands in for another, whole plans.</summary>
    private static readonly string[] OwnRooms =
    [
        "Planner.Core.Tests/Architecture", "Planner.Api.Tests/Hosting", "Planner.Functions.Tests/Hosting", "Planner.Functions.Tests/Planning",
        "Planner.Integrations.Tests/LanguageModels/Server",
    ];

    /// <summary>Folders whose tests lie together although their types do not: each drives a whole specialist with a scripted model.</summary>
    private static readonly string[] Together = ["Planner.Specialists.Tests/Models"];

    public static TheoryData<string> Projects =>
    [
        "Planner.Core", "Planner.Specialists", "Planner.Codebase", "Planner.Integrations", "Planner.Api", "Planner.Functions",
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void FolderOfTests_IsAFolderOfItsProject(string project)
    {
        var rooms = Sources(project).Select(f => f.Room).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(
            Tests(project).Select(f => f.Room).Distinct(StringComparer.Ordinal),
            r => !rooms.Contains(r) && !OwnRooms.Contains($"{project}.Tests/{r}", StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void TestsOfAType_LieInTheFolderOfThatType(string project)
    {
        var rooms = Sources(project).ToLookup(f => f.Name, f => f.Room, StringComparer.Ordinal);
        var tests = Tests(project)
            .Where(f => f.Name.EndsWith("Tests", StringComparison.Ordinal) && !Together.Contains($"{project}.Tests/{f.Room}", StringComparer.Ordinal))
            .Select(f => (Test: f, Of: rooms[f.Name[..^"Tests".Length]].ToList()));

        Assert.Empty(tests.Where(t => t.Of.Count > 0 && !t.Of.Contains(t.Test.Room))
            .Select(t => $"{t.Test.Name} is in '{t.Test.Room}', its type in '{t.Of[0]}'"));
    }

    [Fact]
    public void NamedFolder_IsThere() =>
        Assert.All(OwnRooms.Concat(Together), f => Assert.True(Directory.Exists(Path.Combine(RepositoryFiles.Root, "tests", f)), f));

    private static IEnumerable<(string Name, string Room)> Sources(string project) => Files($"src/{project}");

    private static IEnumerable<(string Name, string Room)> Tests(string project) => Files($"tests/{project}.Tests");

    private static IEnumerable<(string Name, string Room)> Files(string root) => RepositoryFiles.Files("*.cs", root)
        .Select(f => (Path.GetFileNameWithoutExtension(f), string.Join('/', RepositoryFiles.Relative(f).Split('/')[2..^1])));
}
