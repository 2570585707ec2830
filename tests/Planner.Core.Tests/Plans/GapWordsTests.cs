using Planner.Core.Grounding.Facts;
using Planner.Core.Plans;
using Planner.Core.Text.Words;
using Xunit;

namespace Planner.Core.Tests.Plans;

public sealed class GapWordsTests
{
    [Theory]
    [InlineData("AC1", "AC1")]
    [InlineData("AC1 and AC2", "AC1", "AC2")]
    [InlineData("AC1 to AC3", "AC1", "AC2", "AC3")]
    [InlineData("AC1, AC3 and AC5 to AC7", "AC1", "AC3", "AC5", "AC6", "AC7")]
    [InlineData("AC9 to AC11 and R012", "AC9", "AC10", "AC11", "R012")]
    [InlineData("intro and outro", "intro", "outro")]
    public void Ids_ThatFollowEachOtherBecomeARange(string words, params string[] ids) => Assert.Equal(words, Words.Ids(ids));

    [Fact]
    public void GapsThatDifferInTheirCriterion_AreOneSentence()
    {
        Gap[] gaps = [Placed("AC1"), new("SeedLoader", "`SeedLoader` was not found."), Placed("AC2"), Placed("AC3")];

        Assert.Equal(["Words alone put AC1 to AC3 at `Ledger`.", "`SeedLoader` was not found."], GapWords.Sentences(gaps));
        Assert.Equal("AC1 to AC3 and SeedLoader", GapWords.Subjects(gaps));
    }

    [Fact]
    public void ManySubjects_AreCountedBeyondTheFirst() =>
        Assert.Equal("A, B, C, D and 2 more", GapWords.Subjects([.. "ABCDEF".Select(c => new Gap(c.ToString(), "Not found."))]));

    private static Gap Placed(string id) => new(id, $"Words alone put {id} at `Ledger`.", id);
}
