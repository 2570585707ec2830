using Planner.Testing.Repository;
using Xunit;

namespace Planner.Specialists.Tests;

/// <summary>Each list of words is there once, and somebody looks for it.</summary>
public sealed class LexiconTests
{
    private static readonly string Rules = string.Concat(
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Planner.Specialists", "Rules"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText));

    [Fact]
    public void List_IsUsedByARule() =>
        Assert.All(Lexicon.Lists, l => Assert.Contains($"Lexicon.Words(\"{l.Section}\", \"{l.Key}\")", Rules, StringComparison.Ordinal));

    [Fact]
    public void List_HoldsEachWordOnce() => Assert.All(Lexicon.Lists, l =>
    {
        var words = Lexicon.Words(l.Section, l.Key);
        Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
        Assert.DoesNotContain(words, string.IsNullOrWhiteSpace);
    });

    [Fact]
    public void NoTwoLists_AreAlike()
    {
        var lists = Lexicon.Lists.Select(l => string.Join('\n', Lexicon.Words(l.Section, l.Key).Order(StringComparer.Ordinal))).ToList();

        Assert.Equal(lists.Distinct(StringComparer.Ordinal).Count(), lists.Count);
    }
}
