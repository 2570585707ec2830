using Planner.Core.Conversation;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// The border: what people wrote is redacted where it comes in, and what goes out to people once more. Code and its history
/// are redacted by what reads them, file by file, and what is kept by <see cref="RunFolder"/>.
/// </summary>
internal static class RedactedPorts
{
    public static PlanningPorts Redacted(this PlanningPorts ports) => ports with
    {
        Tracker = new Tickets(ports.Tracker, ports.Redactor),
        Database = ports.Database is { } database ? new Schema(database, ports.Redactor) : null,
        Journal = new Lines(ports.Journal),
        Notifier = ports.Notifier is { } notifier ? new News(notifier) : null,
    };

    private sealed class Tickets(ITicketTracker tracker, Redactor redactor) : ITicketTracker
    {
        public async Task<Ticket> Read(string key, CancellationToken cancellation) => redactor.OfValue(await tracker.Read(key, cancellation)).Value;

        public async Task<ChildTickets> Children(string key, CancellationToken cancellation) =>
            redactor.OfValue(await tracker.Children(key, cancellation)).Value;

        public async Task<IReadOnlyList<TicketRemark>> Remarks(string key, CancellationToken cancellation) =>
            Redaction.OfValue(await tracker.Remarks(key, cancellation)).Value;

        public Task<string> Comment(string key, string marker, string markdown, CancellationToken cancellation) =>
            tracker.Comment(key, marker, Redaction.Of(markdown), cancellation);

        public Task Amend(string key, string marker, string markdown, CancellationToken cancellation) =>
            tracker.Amend(key, marker, Redaction.Of(markdown), cancellation);

        public Task<string?> Remind(string key, string marker, string markdown, string? alsoTo, CancellationToken cancellation) =>
            tracker.Remind(key, marker, Redaction.Of(markdown), alsoTo, cancellation);

        public Task<string?> Mark(string key, bool needsAttention, CancellationToken cancellation) => tracker.Mark(key, needsAttention, cancellation);

        public Task Supersede(string key, string marker, CancellationToken cancellation) => tracker.Supersede(key, marker, cancellation);
    }

    private sealed class Schema(ISchemaReader database, Redactor redactor) : ISchemaReader
    {
        public async Task<IReadOnlyList<TableFact>> Read(CancellationToken cancellation) => redactor.OfValue(await database.Read(cancellation)).Value;
    }

    private sealed class Lines(IJournal journal) : IJournal
    {
        public Task Append(string runId, IReadOnlyList<JournalEntry> entries, CancellationToken cancellation = default) =>
            journal.Append(runId, [.. entries.Select(e => e with { Text = Redaction.Of(e.Text) })], cancellation);

        public Task<IReadOnlyList<JournalLine>> Read(string runId, long after = 0, int limit = 1000, CancellationToken cancellation = default) =>
            journal.Read(runId, after, limit, cancellation);

        public Task Delete(string runId, CancellationToken cancellation = default) => journal.Delete(runId, cancellation);
    }

    private sealed class News(INotifier notifier) : INotifier
    {
        public Task Notify(TeamMessage message, CancellationToken cancellation) => notifier.Notify(Redaction.OfValue(message).Value, cancellation);
    }
}
