using Planner.Core.Decisions;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Replanning;

/// <summary>
/// What people say about a run that has settled or ended lies in that run's inbox, under names of its own, until a run that
/// follows takes it up. Written before that run is started, and create-once: nothing is lost, and the first one counts.
/// </summary>
internal static class InboxItems
{
    /// <summary>The item of a late answer to a decision or question.</summary>
    public static string ItemOf(string id) => new InboxKey.LateAnswer(id).ToString();

    /// <summary>The item of an instruction.</summary>
    public static string ItemOf(Instruction instruction) => new InboxKey.Instruction(instruction.Id).ToString();

    /// <summary>
    /// Takes what the followed runs hold into a run's own inbox: late answers before those that stood, newer runs before older ones.
    /// </summary>
    public static async Task TakeAnswers(IInbox inbox, string runId, IReadOnlyList<string> follows, CancellationToken cancellation)
    {
        var items = await All(inbox, follows, cancellation);
        var late = Of<InboxKey.LateAnswer>(items).Select(i => i.Item with { Item = new InboxKey.Answer(i.Key.Id).ToString() });
        foreach (var item in late.Concat(items.Where(IsAnswer)))
        {
            await inbox.TryAdd(runId, item.Item, item.Payload, cancellation);
        }
    }

    /// <summary>What was asked of the runs, in the order in which it was asked.</summary>
    public static async Task<IReadOnlyList<Instruction>> Instructions(IInbox inbox, IReadOnlyList<string> runs, CancellationToken cancellation) =>
    [
        .. Of<InboxKey.Instruction>(await All(inbox, runs, cancellation))
            .Select(i => (i.Key.Id, Said: Payload.Read<InboxAnswer>(i.Item.Payload)))
            .DistinctBy(i => i.Id)
            .OrderBy(i => i.Said.At).ThenBy(i => i.Id, StringComparer.Ordinal)
            .Select(i => new Instruction(i.Id, i.Said.Text ?? "", i.Said.By)),
    ];

    /// <summary>How long people are waited for, as somebody said last, or null.</summary>
    public static GivenTimeout? LastTimeout(IEnumerable<InboxItem> items) =>
        Of<InboxKey.Deadline>(items).OrderBy(i => i.Key.Number).LastOrDefault().Item is { } last ? Payload.Read<GivenTimeout>(last.Payload) : null;

    /// <summary>True for an item that answers what the run itself asked.</summary>
    public static bool IsAnswer(InboxItem item) => InboxKey.Parse(item.Item) is InboxKey.Answer;

    private static IEnumerable<(TKey Key, InboxItem Item)> Of<TKey>(IEnumerable<InboxItem> items)
        where TKey : InboxKey =>
        items.Select(i => (Key: InboxKey.Parse(i.Item) as TKey, Item: i)).Where(i => i.Key is not null).Select(i => (i.Key!, i.Item));

    private static async Task<List<InboxItem>> All(IInbox inbox, IReadOnlyList<string> runs, CancellationToken cancellation)
    {
        var items = new List<InboxItem>();
        foreach (var run in runs)
        {
            items.AddRange(await inbox.Read(run, cancellation));
        }

        return items;
    }
}
