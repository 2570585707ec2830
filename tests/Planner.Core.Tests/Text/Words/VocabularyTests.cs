using Planner.Core.Text.Words;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.Core.Tests.Text.Words;

/// <summary>Each list of words is there once, and somebody looks for it.</summary>
public sealed class VocabularyTests
{
    private static readonly string Sources = string.Concat(
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Planner.Core"), "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText));

    [Fact]
    public void List_IsLookedFor() =>
        Assert.All(Vocabulary.Lists, l => Assert.Contains($"Vocabulary.Words(\"{l.Section}\", \"{l.Key}\")", Sources, StringComparison.Ordinal));

    [Fact]
    public void List_HoldsEachWordOnce() => Assert.All(Vocabulary.Lists, l =>
    {
        var words = Vocabulary.Words(l.Section, l.Key);
        Assert.Equal(words.Distinct(StringComparer.Ordinal), words);
        Assert.DoesNotContain(words, string.IsNullOrWhiteSpace);
    });

    [Fact]
    public void NoTwoLists_AreAlike()
    {
        var lists = Vocabulary.Lists.Select(l => string.Join('\n', Vocabulary.Words(l.Section, l.Key).Order(StringComparer.Ordinal))).ToList();

        Assert.Equal(lists.Distinct(StringComparer.Ordinal).Count(), lists.Count);
    }
}
