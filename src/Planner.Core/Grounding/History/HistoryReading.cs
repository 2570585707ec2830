using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Ranking;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Core.Grounding.History;

/// <summary>Picks what of the past bears on a ticket.</summary>
/// <param name="history">What was read of it.</param>
/// <param name="files">The likeliest first.</param>
/// <param name="present">All files of today: those of the past may be gone, and nobody can change them.</param>
internal sealed class HistoryReading(HistoryFacts history, IReadOnlyList<RankedFile> files, IEnumerable<string> present)
{
    private const int LikelyFiles = 20;
    private const int MostBusy = 8;
    private const int LeastChanges = 3;
    private const int MostEarlier = 6;
    private const int MostCompanions = 6;
    private const int MostFiles = 8;
    private const int LargestCommit = 30;

    /// <summary>"Always" leaves room for a few commits that did one thing alone.</summary>
    private const double Always = 0.8;

    /// <summary>Three of three may be the days on which both were written.</summary>
    private const int LeastAlways = 4;

    private const int MostBonds = 60;

    /// <summary>Of the likest commit's likeness: less than this shares a word or two by chance.</summary>
    private const double Alike = 0.55;

    /// <summary>Two words may be the product's own name.</summary>
    private const int LeastShared = 3;

    private readonly HashSet<string> today = present.ToHashSet(StringComparer.Ordinal);

    private readonly HashSet<string> near = files.Take(LikelyFiles).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);

    private readonly ILookup<string, CommitFact> byFile =
        history.Commits.Where(c => c.Files.Count <= LargestCommit)
            .SelectMany(c => c.Files.Select(f => (f, c)))
            .ToLookup(p => p.f, p => p.c, StringComparer.Ordinal);

    private readonly Reverts reverts = new(history.Commits);

    public TicketHistory Of(Ticket ticket, IReadOnlyList<(string Word, double Weight)> query) =>
        history.Commits.Count == 0 ? TicketHistory.None : Told(new TicketHistory
        {
            Busy = [.. Likely.Select(Busy)
            .Where(b => b.Changes >= LeastChanges)
            .OrderByDescending(b => b.Changes)
            .ThenBy(b => b.Path, StringComparer.Ordinal)
            .Take(MostBusy)],
            Earlier = Earlier(ticket, query),
            Companions = [.. Likely.SelectMany(Companions)
            .OrderByDescending(c => (double)c.Times / c.Of)
            .ThenByDescending(c => c.Times)
            .ThenBy(c => c.Path, StringComparer.Ordinal)
            .DistinctBy(c => c.Path)
            .Take(MostCompanions)],
        });

    private TicketHistory Told(TicketHistory told)
    {
        var year = new LastYear([.. history.Commits.Where(c => c.Files.Count <= LargestCommit)], today);
        return told with
        {
            Until = year.Until,
            Keepers = [.. files.Select(f => year.Keeper(f.Path)).OfType<FileKeeper>()],
            Hot = [.. files.Select(f => year.Hot(f.Path)).OfType<HotFile>()],
            Bonds = [.. files.SelectMany(f => Bonds(f.Path)).Take(MostBonds)],
        };
    }

    private IEnumerable<Companion> Bonds(string path)
    {
        var own = byFile[path].ToList();
        return own.Count < LeastAlways ? [] : own.SelectMany(c => c.Files).Where(f => f != path && today.Contains(f)).CountBy(f => f, StringComparer.Ordinal)
            .Where(p => p.Value >= LeastAlways && p.Value >= Always * own.Count)
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Select(p => new Companion(p.Key, path, p.Value, own.Count));
    }

    private IEnumerable<string> Likely => files.Take(LikelyFiles).Select(f => f.Path);

    private BusyFile Busy(string path)
    {
        var commits = byFile[path].ToList();
        var authors = commits.Where(c => c.Author.Length > 0)
            .GroupBy(c => Authors.Same(c.Author), StringComparer.Ordinal)
            .OrderByDescending(a => a.Count())
            .ThenBy(a => a.Key, StringComparer.Ordinal);
        return new BusyFile(
            path,
            commits.Count,
            commits.Count == 0 ? "" : commits.Max(c => c.Date)!,
            [.. authors.Take(2).Select(a => Authors.Name(a.Select(c => c.Author)))]);
    }

    private List<EarlierCommit> Earlier(Ticket ticket, IReadOnlyList<(string Word, double Weight)> query)
    {
        var citing = history.Commits.Where(c => Cites(c.Subject, ticket.Key));
        var alike = new PastChanges(history, query).Likest
            .Where(a => a.Likeness >= Alike && Shared(a.Commit.Subject, query) >= LeastShared && IsNear(a.Commit))
            .Select(a => a.Commit);
        return [.. citing.Concat(alike).DistinctBy(c => c.Sha).Take(MostEarlier).Select(Earlier)];
    }

    /// <summary>Words alone also fit releases and sponsors: it changed a file that may change now, or what it changed is gone.</summary>
    private bool IsNear(CommitFact commit) => commit.Files.Any(near.Contains) || !commit.Files.Any(today.Contains);

    private EarlierCommit Earlier(CommitFact c) => new(Short(c)!, c.Date, c.Author, c.Subject, Reverts.IsRevert(c.Subject), [.. c.Files.Take(MostFiles)])
    {
        RevertedBy = Short(reverts.Of(c)),
        TookBack = Short(reverts.TakenBackBy(c)),
    };

    private static string? Short(CommitFact? commit) => commit?.Sha[..Math.Min(9, commit.Sha.Length)];

    /// <summary>The key as a word of its own: neither SHOP-11 nor WORKSHOP-1 is SHOP-1.</summary>
    private static bool Cites(string subject, string key)
    {
        for (var at = subject.IndexOf(key, StringComparison.OrdinalIgnoreCase); at >= 0; at = subject.IndexOf(key, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + key.Length;
            if ((at == 0 || !char.IsAsciiLetterOrDigit(subject[at - 1])) && (end == subject.Length || !char.IsAsciiDigit(subject[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static int Shared(string subject, IReadOnlyList<(string Word, double Weight)> query)
    {
        var words = IdentifierWords.Of(subject).Select(Nouns.Singular).ToHashSet(StringComparer.Ordinal);
        return query.Count(q => words.Contains(q.Word));
    }

    private IEnumerable<Companion> Companions(string path)
    {
        var own = byFile[path].ToList();
        var likely = files.Take(LikelyFiles).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        return own.Count < LeastChanges
            ? []
            : own.SelectMany(c => c.Files).Where(f => today.Contains(f) && !likely.Contains(f)).CountBy(f => f, StringComparer.Ordinal)
            .Where(p => p.Value >= LeastChanges && p.Value * 2 >= own.Count)
            .Select(p => new Companion(p.Key, path, p.Value, own.Count));
    }
}
