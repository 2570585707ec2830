using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Sessions;
using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// Makes <c>planning_session.log</c> of the journal: what was done before publishing, in the story's order. What
/// began and what follows is left out, so that a second attempt at writing gives the same bytes.
/// </summary>
internal static class SessionLog
{
    private const int Page = 1000;

    public static async Task<Artifact> Read(IJournal journal, string runId, string ticket, CancellationToken cancellation)
    {
        var entries = new List<JournalEntry>();
        long after = 0;
        while (await journal.Read(runId, after, Page, cancellation) is { Count: > 0 } lines)
        {
            entries.AddRange(lines.Select(l => l.Entry));
            after = lines[^1].Sequence;
        }

        var told = entries
            .Where(e => e.Kind != JournalKinds.Status && string.CompareOrdinal(JournalKinds.Place(e.Id), JournalOrder.Publishing) < 0)
            .OrderBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => new SessionLine(e.At, JournalKinds.Place(e.Id), e.Text));
        return new SessionRecord(runId, ticket, [.. told]).Render();
    }
}
