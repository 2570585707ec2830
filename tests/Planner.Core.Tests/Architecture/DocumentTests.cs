using System.Text.RegularExpressions;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>What documents point to is there.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents =>
    [
        .. RepositoryFiles.Files("*.md", "docs").Select(RepositoryFiles.Relative),
        "README.md",
        "CHANGELOG.md",
        "AGENTS.md",
    ];

    [Theory]
    [InlineData("README.md", 150)]
    [InlineData("AGENTS.md", 60)]
    [InlineData("docs/extending.md", 60)]
    public void DocumentThatIsReadAsAWhole_IsShort(string document, int most) =>
        Assert.InRange(File.ReadLines(Path.Combine(RepositoryFiles.Root, document)).Count(), 1, most);

    [Theory]
    [MemberData(nameof(Documents))]
    public void RelativeLink_Resolves(string document)
    {
        var path = Path.Combine(RepositoryFiles.Root, document);
        var broken = Link().Matches(File.ReadAllText(path))
            .Select(m => m.Groups["target"].Value)
            .Where(t => !t.Contains("://", StringComparison.Ordinal))
            .Where(t => !Resolves(path, t))
            .ToList();

        Assert.Empty(broken);
    }

    [Fact]
    public void DecisionRecord_IsNamedByDateAndSaysWhatItMust()
    {
        foreach (var file in RepositoryFiles.Files("*.md", "docs/adr"))
        {
            Assert.Matches(@"^\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$", Path.GetFileName(file));
            var text = File.ReadAllText(file);
            Assert.All(
                ["## Context", "## Decision", "## Consequences", "## Alternatives"],
                heading => Assert.Contains(heading, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Diagram_ShowsTheReferencesOfTheProjects()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs/architecture.md"));
        var drawn = Arrow().Matches(text).Select(m => $"Planner.{m.Groups["from"].Value} --> Planner.{m.Groups["to"].Value}");
        var built = RepositoryFiles.Projects.Where(p => p.IsProduction).SelectMany(p => p.Projects.Select(r => $"{p.Name} --> {r}"));

        Assert.Equal(built.Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    private static bool Resolves(string document, string target)
    {
        var parts = target.Split('#', 2);
        var file = parts[0].Length == 0 ? document : Path.GetFullPath(parts[0], Path.GetDirectoryName(document)!);
        return (File.Exists(file) || Directory.Exists(file))
            && (parts.Length == 1 || File.ReadLines(file).Where(l => l.StartsWith('#')).Any(l => Anchor(l) == parts[1]));
    }

    private static string Anchor(string heading) =>
        NotInAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"^ *(?<from>\w+) --> (?<to>\w+) *$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInAnchor();
}
