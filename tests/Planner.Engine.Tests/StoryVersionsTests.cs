using Planner.Conformance.Engine;
using Planner.Durability;

namespace Planner.Engine.Tests;

public sealed class StoryVersionsTests
{
    [Theory]
    [InlineData("2", "10", -1)]
    [InlineData("10", "9", 1)]
    [InlineData("2", "2", 0)]
    [InlineData("2", "02", 0)]
    [InlineData("", "0", -1)]
    [InlineData("blue", "1", -1)]
    [InlineData("-1", "0", -1)]
    public void Versions_AreOrderedAsNumbers(string one, string other, int order) => Assert.Equal(order, Math.Sign(StoryVersions.Compare(one, other)));

    [Theory]
    [InlineData("1.2")]
    [InlineData("two")]
    [InlineData("")]
    public void StoryWhoseVersionIsNoNumber_IsNotTaken(string version)
    {
        var story = new Story<int, int>("story", (_, input) => Task.FromResult(input), version);
        Assert.Contains("no whole number", Assert.Throws<ArgumentException>(() => new WorkflowCatalog().Add(story)).Message, StringComparison.Ordinal);
    }
}
