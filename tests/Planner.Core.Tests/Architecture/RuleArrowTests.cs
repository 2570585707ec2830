using System.Text.RegularExpressions;
using Planner.Core.Text.Graphs;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Namespaces of the rules depend on each other in one direction: what is read first, then choices, then drafting, then the areas.</summary>
public sealed partial class RuleArrowTests
{
    [Fact]
    public void Rules_MakeNoCircle()
    {
        var arrows = Arrows();

        Assert.Equal(arrows.Count, new DependencyGraph(arrows.Keys, n => arrows[n]).Order().Count);
    }

    [Fact]
    public void Reading_DependsOnNoOtherRules() => Assert.Empty(Arrows()["Reading"]);

    [Theory]
    [InlineData("Choices")]
    [InlineData("Drafting")]
    [InlineData("Assigning")]
    public void WhatAreasStandOn_DependsOnNoArea(string name) =>
        Assert.Empty(Arrows()[name].Except(["Reading", "Choices"]));

    [Fact]
    public void ArrowThatIsTurned_IsFound()
    {
        var arrows = Arrows();
        arrows["Reading"].Add("Database");

        Assert.Throws<CyclicDependencyException>(() => new DependencyGraph(arrows.Keys, n => arrows[n]).Order());
    }

    /// <summary>By namespace below the rules: those of its neighbours that its files name, by using or by a name with its space.</summary>
    private static Dictionary<string, HashSet<string>> Arrows()
    {
        var files = RepositoryFiles.Files("*.cs", "src")
            .Select(File.ReadAllText)
            .Select(t => (Text: t, Name: Namespace().Match(t)))
            .Where(f => f.Name.Success)
            .ToList();
        var names = files.Select(f => f.Name.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return names.ToDictionary(
            n => n,
            n => files.Where(f => f.Name.Groups["name"].Value == n).SelectMany(f => Named(f.Text, names)).Where(o => o != n).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    private static IEnumerable<string> Named(string text, HashSet<string> names) =>
        Using().Matches(text).Select(m => m.Groups["name"].Value).Concat(names.Where(n => text.Contains($"Rules.{n}.", StringComparison.Ordinal)));

    [GeneratedRegex(@"^namespace Planner\.Specialists\.Rules\.(?<name>[A-Za-z]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (static )?Planner\.Specialists\.Rules\.(?<name>[A-Za-z]+)[;.]", RegexOptions.Multiline)]
    private static partial Regex Using();
}
