using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Testing.Plans;
using Xunit;

namespace Planner.Core.Tests.Decisions;

public sealed class OptionLettersTests
{
    private static readonly Dictionary<string, string> Known =
        new(StringComparer.Ordinal) { ["TD001/direct"] = "A", ["TD001/outbox"] = "B", ["TD002/direct"] = "B" };

    [Theory]
    [InlineData("outbox direct", "direct:A outbox:B")]
    [InlineData("outbox queue direct", "direct:A outbox:B queue:C")]
    [InlineData("queue outbox", "outbox:B queue:C")]
    [InlineData("queue topic", "queue:C topic:D")]
    [InlineData("direct direct", "direct:A direct:C")]
    public void Options_KeepTheLettersThatPeopleKnow(string offered, string kept)
    {
        var decision = Offered("TD001", offered.Split(' '));

        var lettered = OptionLetters.Kept(decision, Known);

        Assert.Equal(kept, string.Join(' ', lettered.Options.Select(o => $"{o.Key}:{o.Id}")));
        Assert.Equal(decision.Recommended.Key, lettered.Recommended.Key);
    }

    [Fact]
    public void DecisionThatWasNotAskedBefore_StaysAsItIs()
    {
        var decision = Offered("TD003", ["outbox", "direct"]);

        Assert.Same(decision, OptionLetters.Kept(decision, Known));
    }

    [Fact]
    public void OptionsWithoutKeys_KeepTheLettersThatTheyCameWith()
    {
        var decision = Offered("TD001", ["direct", "outbox"]);
        decision = decision with { Options = [.. decision.Options.Select(o => new DecisionOption(o.Id, $"Otherwise {o.Id}", [], [], "", Reversibility.Easy))] };

        Assert.Equal(["A", "B"], OptionLetters.Kept(decision, Known).Options.Select(o => o.Id));
    }

    private static Decision Offered(string id, string[] keys) => ReturnsPanel.DecisionOf("service", "x", "Which way?") with
    {
        Id = id,
        Options = [.. keys.Select((k, at) => new DecisionOption(((char)('A' + at)).ToString(), k, [], [], "", Reversibility.Easy) { Key = OptionKey.Of(k) })],
        Recommendation = "A",
    };
}
