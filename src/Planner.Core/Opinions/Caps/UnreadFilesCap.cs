namespace Planner.Core.Opinions.Caps;

/// <summary>Files that are there, that it changes and was never shown. What another task adds nobody can have read.</summary>
internal sealed class UnreadFilesCap : IConfidenceCap
{
    private const int Most = 6;

    // Opinions that were kept before reading was noted tell nothing about it.
    public HeldAt? Of(Opinion opinion, CapContext context) => opinion.Read is { } read && Unread(opinion, read, context) is { Count: > 0 } files
        ? new(Most, $"it changes {EvidenceCaps.Named(files)} without having read {(files.Count == 1 ? "it" : "them")}")
        : null;

    private static List<string> Unread(Opinion opinion, IReadOnlyList<string> read, CapContext context) =>
    [
        .. opinion.Tasks.SelectMany(t => t.Files)
            .Where(f => f.Change != ChangeKind.Add)
            .Select(f => f.Path)
            .Intersect(context.Inventory.Paths, StringComparer.Ordinal)
            .Except(read, StringComparer.Ordinal),
    ];
}
