using System.Text.RegularExpressions;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>The one solution in the root holds every project and builds it.</summary>
public sealed partial class SolutionTests
{
    private static readonly string Solution = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "Planner.sln"));

    public static TheoryData<string> Projects => [.. RepositoryFiles.Projects.Select(p => p.Path)];

    [Fact]
    public void Root_HoldsOneSolution() =>
        Assert.Equal(["Planner.sln"], Directory.EnumerateFiles(RepositoryFiles.Root, "*.sln*").Select(Path.GetFileName));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_IsListedAndBuilt(string path)
    {
        var id = IdOf(path);

        Assert.True(id is not null, $"{path} is not in Planner.sln.");
        Assert.Contains($"{id}.Debug|Any CPU.Build.0", Solution, StringComparison.OrdinalIgnoreCase);
    }

    private static string? IdOf(string path) =>
        ProjectLine().Matches(Solution)
            .FirstOrDefault(m => m.Groups["path"].Value.Replace('\\', '/') == path)?
            .Groups["id"].Value;

    [GeneratedRegex("""^Project\("[^"]+"\) = "[^"]+", "(?<path>[^"]+)", "(?<id>\{[^}]+\})"\r?$""", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex ProjectLine();
}
