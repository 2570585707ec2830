using Planner.Conformance.Stores;
using Planner.Durability;
using Planner.Integrations.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Blobs;

/// <summary>The inbox in blobs; its container is made by the first answer.</summary>
public sealed class BlobInboxTests(BlobAccount account) : InboxConformance
{
    private readonly string container = BlobAccount.NewContainer();

    protected override async Task<IInbox> Create() =>
        new BlobInbox(BlobContainers.ByConnectionString(await account.ConnectionString(), container));
}

/// <summary>The journal in append blobs; its container is made by the first entry.</summary>
public sealed class BlobJournalTests(BlobAccount account) : JournalConformance
{
    private readonly string container = BlobAccount.NewContainer();

    protected override async Task<IJournal> Create() =>
        new BlobJournal(BlobContainers.ByConnectionString(await account.ConnectionString(), container));
}
