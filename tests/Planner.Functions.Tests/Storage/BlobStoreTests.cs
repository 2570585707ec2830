using Planner.Conformance.Stores;
using Planner.Durability;
using Planner.Functions.Storage;

namespace Planner.Functions.Tests.Storage;

/// <summary>The inbox in blobs.</summary>
public sealed class BlobInboxTests : InboxConformance
{
    protected override async Task<IInbox> Create() => new BlobInbox(await TestStorage.Container());
}

/// <summary>The journal in append blobs.</summary>
public sealed class BlobJournalTests : JournalConformance
{
    protected override async Task<IJournal> Create() => new BlobJournal(await TestStorage.Container());
}

