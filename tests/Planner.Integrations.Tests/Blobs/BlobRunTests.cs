using Planner.Conformance.Stores;
using Planner.Durability;
using Planner.Integrations.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Blobs;

/// <summary>The inbox in blobs; its container is made by the first answer.</summary>
public sealed class BlobInboxTests(StorageAccount account) : InboxConformance
{
    private readonly string container = StorageAccount.NewContainer();

    protected override async Task<IInbox> Create() =>
        new BlobInbox(BlobContainers.ByConnectionString(await account.ConnectionString(), container));
}

/// <summary>The journal in append blobs; its container is made by the first entry.</summary>
public sealed class BlobJournalTests(StorageAccount account) : JournalConformance
{
    private readonly string container = StorageAccount.NewContainer();

    protected override async Task<IJournal> Create() =>
        new BlobJournal(BlobContainers.ByConnectionString(await account.ConnectionString(), container));
}

/// <summary>Answers and entries whose confirmation got lost on the way.</summary>
public sealed class LostAnswerTests(StorageAccount account)
{
    private readonly string container = StorageAccount.NewContainer();

    [Fact]
    public async Task WriterOfAnAnswer_IsFirstThoughItIsToldSoLate()
    {
        var inbox = new BlobInbox(Wire.LosingAnswers().Client(await account.ConnectionString(), container));

        Assert.All(
            await Task.WhenAll(Enumerable.Range(1, 6).Select(n => inbox.TryAdd("run", $"TD{n:000}", "\"A\""))),
            write => Assert.True(write.Added));
        Assert.False((await inbox.TryAdd("run", "TD001", "\"A\"")).Added);
    }

    [Fact]
    public async Task EntryOfAJournal_IsThereOnce()
    {
        var journal = new BlobJournal(Wire.LosingAnswers().Client(await account.ConnectionString(), container));
        string[] ids = ["1", "2", "3", "4"];

        foreach (var id in ids)
        {
            await journal.Append("run", [new JournalEntry(id, DateTimeOffset.UnixEpoch, "progress", "x")]);
        }

        Assert.Equal(ids, (await journal.Read("run")).Select(line => line.Entry.Id));
    }
}
