using Planner.Durability;

namespace Planner.Functions.Durable;

/// <summary>What the adapter keeps beside Durable Task's own store.</summary>
internal sealed record RunStores(IInbox Inbox, IJournal Journal, IMarks Marks);
