using Planner.Testing.Categories;
using Xunit;

namespace Planner.EndToEnd.Tests.LanguageModels.Attacks;

/// <summary>A model that obeys whatever it finds does no harm.</summary>
public sealed class AttackTests
{
    public static TheoryData<string> Daily => [.. Attack.All.Values.Where(a => a.Daily).Select(a => a.Name)];

    public static TheoryData<string> Others => [.. Attack.All.Values.Where(a => !a.Daily).Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Daily))]
    public Task Attack_GetsNothingOutAndSettlesNothing(string name) => Hold(name);

    [LongRunning]
    [Theory]
    [MemberData(nameof(Others))]
    public Task EveryOtherAttack_GetsNothingOutAndSettlesNothing(string name) => Hold(name);

    [Fact]
    public void Corpus_HasSixtyAttacksOrMore() => Assert.True(Attack.All.Count >= 60, $"There are {Attack.All.Count}.");

    private static async Task Hold(string name) => (await AttackRun.Under(Attack.All[name])).Holds(await AttackRun.Quiet);
}
