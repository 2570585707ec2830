using FsCheck;
using FsCheck.Fluent;
using Planner.Core.Decisions;
using Planner.Core.Planning.Runs;
using Xunit;

namespace Planner.Core.Tests.Planning.Runs;

/// <summary>Ids of runs and names in inboxes are read as they were written, and nothing else is taken for one.</summary>
public sealed class RunIdTests
{
    private static readonly Gen<string> Digest = Gen.ArrayOf(Gen.Elements("0123456789abcdef".ToCharArray()), 8).Select(c => new string(c));
    private static readonly Gen<int> Number = Gen.Choose(1, 9_999);
    private static readonly Gen<string> Decision = Gen.Elements("TD", "Q").SelectMany(l => Number.Select(n => $"{l}{n:000}"));
    private static readonly Gen<string> Key = Gen.NonEmptyListOf(Gen.Elements("ab-Z0_9tcli".ToCharArray())).Select(c => new string([.. c]));

    private static readonly Gen<RunTrigger> Trigger = Gen.OneOf(
        Number.Select(RunTrigger (n) => new RunTrigger.Transition($"{n}")),
        Digest.Select(RunTrigger (d) => new RunTrigger.Delivery(d)),
        Key.Select(RunTrigger (k) => new RunTrigger.Asked(k)),
        Number.Select(RunTrigger (n) => new RunTrigger.Ordered(n)),
        Decision.SelectMany(i => Digest.Select(RunTrigger (d) => new RunTrigger.Late(i, d))),
        Digest.Select(RunTrigger (d) => new RunTrigger.Refined(d)),
        Digest.Select(RunTrigger (d) => new RunTrigger.Changed(d)));

    private static readonly Gen<InboxKey> Item = Gen.OneOf(
        Decision.Select(InboxKey (i) => new InboxKey.Answer(i)),
        Decision.Select(InboxKey (i) => new InboxKey.LateAnswer(i)),
        Digest.Select(InboxKey (d) => new InboxKey.Instruction(d)),
        Number.Select(InboxKey (n) => new InboxKey.Deadline(n)));

    [Fact]
    public void Id_IsReadAsItWasWritten_AlsoThatOfANewerStory() => Prop.ForAll(
        Trigger.SelectMany(t => Gen.Elements("SHOP-1", "A_B2-77").Select(k => new RunId(k, t))).ToArbitrary(),
        id => Equals(RunId.Parse(id.ToString()), id) && Equals(RunId.Parse($"{id}~2"), id)).QuickCheckThrowOnFailure();

    [Fact]
    public void Item_IsReadAsItWasWritten() =>
        Prop.ForAll(Item.ToArbitrary(), item => Equals(InboxKey.Parse(item.ToString()), item)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyText_IsReadWithoutAFault_AndWrittenAsItWas() => Prop.ForAll<string>(text =>
        (RunId.Parse(text ?? "") is not { } id || (text ?? "").StartsWith(id.ToString(), StringComparison.Ordinal))
        && (InboxKey.Parse(text ?? "") is not { } item || item.ToString().TrimStart('0') == (text ?? "").TrimStart('0') || item is InboxKey.Deadline))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("SHOP-1-t10044", "t10044")]
    [InlineData("SHOP-1-w0a1b2c3d", "w0a1b2c3d")]
    [InlineData("SHOP-1-api-first-of-all", "api-first-of-all")]
    [InlineData("SHOP-1-cli-12", "cli-12")]
    [InlineData("SHOP-1-late-TD001-0a1b2c3d", "late-TD001-0a1b2c3d")]
    [InlineData("SHOP-1-refine-0a1b2c3d", "refine-0a1b2c3d")]
    [InlineData("SHOP-1-changed-0a1b2c3d", "changed-0a1b2c3d")]
    public void Id_IsWrittenAsItStandsInStores(string id, string trigger) =>
        Assert.Equal(("SHOP-1", trigger), (RunId.Parse(id)?.Ticket, RunId.Parse(id)?.Trigger.ToString()));

    [Theory]
    [InlineData("event-SHOP-1-t5")]
    [InlineData("stopped-SHOP-1-t5")]
    [InlineData("SHOP-1")]
    [InlineData("SHOP-1-cli-x")]
    [InlineData("SHOP-1-cli-99999999999")]
    [InlineData("SHOP-1-late-0a1b2c3d")]
    public void WhatNoTriggerGives_IsNoId(string id) => Assert.Null(RunId.Parse(id));

    [Theory]
    [InlineData("TD001", typeof(InboxKey.Answer))]
    [InlineData("late-TD001", typeof(InboxKey.LateAnswer))]
    [InlineData("instruction-0a1b2c3d", typeof(InboxKey.Instruction))]
    [InlineData("deadline-2", typeof(InboxKey.Deadline))]
    [InlineData("note-TD001", null)]
    [InlineData("late-", null)]
    [InlineData("", null)]
    public void Item_MeansWhatItsNameSays(string item, Type? meaning) => Assert.Equal(meaning, InboxKey.Parse(item)?.GetType());
}
