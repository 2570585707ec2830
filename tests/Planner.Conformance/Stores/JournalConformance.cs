using Planner.Durability;

namespace Planner.Conformance.Stores;

/// <summary>What every journal promises.</summary>
public abstract class JournalConformance
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 30, 15, 250, TimeSpan.Zero);

    /// <summary>A journal in which <see cref="Run"/> has not been used.</summary>
    protected abstract Task<IJournal> Create();

    /// <summary>A run id that no other test uses.</summary>
    protected string Run { get; } = $"TST-{Guid.NewGuid():N}";

    [Fact]
    public async Task Entries_ComeBackInOrderAsTheyWere()
    {
        var journal = await Create();
        await journal.Append(Run, [Entry("1"), Entry("2")]);
        await journal.Append(Run, [Entry("3")]);
        var lines = await journal.Read(Run);
        Assert.Equal([Entry("1"), Entry("2"), Entry("3")], lines.Select(line => line.Entry));
    }

    [Fact]
    public async Task Sequences_GrowFromOneOrMore()
    {
        var journal = await Create();
        await journal.Append(Run, [Entry("1"), Entry("2"), Entry("3")]);
        var sequences = (await journal.Read(Run)).Select(line => line.Sequence).ToArray();
        Assert.Equal(sequences.Distinct().Order(), sequences);
        Assert.True(sequences[0] >= 1);
    }

    [Fact]
    public async Task Entry_WithAnIdThatIsThere_AddsNothing()
    {
        var journal = await Create();
        await journal.Append(Run, [Entry("1")]);
        await journal.Append(Run, [Entry("1") with { Text = "another text" }, Entry("2")]);
        Assert.Equal([Entry("1"), Entry("2")], (await journal.Read(Run)).Select(line => line.Entry));
    }

    [Fact]
    public async Task Read_AfterALine_GivesTheRest()
    {
        var journal = await Create();
        await journal.Append(Run, [Entry("1"), Entry("2"), Entry("3")]);
        var first = (await journal.Read(Run, limit: 1)).Single();
        Assert.Equal([Entry("2"), Entry("3")], (await journal.Read(Run, first.Sequence)).Select(line => line.Entry));
    }

    [Fact]
    public async Task Read_WithALimit_GivesNoMore()
    {
        var journal = await Create();
        await journal.Append(Run, [Entry("1"), Entry("2"), Entry("3")]);
        Assert.Equal([Entry("1"), Entry("2")], (await journal.Read(Run, limit: 2)).Select(line => line.Entry));
    }

    [Fact]
    public async Task Entries_OfAnotherRun_AreNotSeen()
    {
        var journal = await Create();
        await journal.Append(Run + "-other", [Entry("1")]);
        Assert.Empty(await journal.Read(Run));
        await journal.Append(Run, [Entry("1")]);
        Assert.Single(await journal.Read(Run));
    }

    [Fact]
    public async Task Writers_AtOnce_LoseNothing()
    {
        var journal = await Create();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => journal.Append(Run, [Entry($"{i}")]))));
        Assert.Equal(20, (await journal.Read(Run)).Select(line => line.Entry.Id).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Deleted_HoldsNothing_AndBeginsAgain()
    {
        var journal = await Create();
        await journal.Append(Run, [Entry("1")]);
        await journal.Delete(Run);
        await journal.Delete(Run);
        Assert.Empty(await journal.Read(Run));
        await journal.Append(Run, [Entry("1")]);
        Assert.Single(await journal.Read(Run));
    }

    private static JournalEntry Entry(string id) => new($"run/step/{id}/done", At, "progress", $"Step {id}: \"ä\" — done");
}
