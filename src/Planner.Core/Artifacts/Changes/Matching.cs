namespace Planner.Core.Artifacts.Changes;

/// <summary>What stayed, what came and what went between two lists; ids do not count, as they shift when something is added before them.</summary>
internal sealed record Matching<T>(IReadOnlyList<(T Before, T After)> Pairs, IReadOnlyList<T> Added, IReadOnlyList<T> Removed)
    where T : class
{
    /// <summary>Two texts that share at least this part of their words are the same thing, reworded.</summary>
    private const double Alike = 0.5;

    /// <summary>Pairs by key; where one of two has none, by equal text, then the likeliest of those that are left and may be the same.</summary>
    public static Matching<T> Keyed(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string?> key, Func<T, string> text, Func<T, T, bool> comparable)
    {
        var pairs = after.Where(a => key(a) is not null)
            .Select(a => (Before: before.FirstOrDefault(b => key(b) == key(a)), After: a))
            .Where(p => p.Before is not null).ToList();
        var rest = Of(
            [.. before.Except(pairs.Select(p => p.Before!))],
            [.. after.Except(pairs.Select(p => p.After))],
            text,
            (b, a) => (key(b) is null || key(a) is null) && comparable(b, a));
        return rest with { Pairs = [.. pairs.Select(p => (p.Before!, p.After)).Concat(rest.Pairs).OrderBy(p => Position(after, p.After))] };
    }

    /// <summary>Pairs by equal text first, then the likeliest of those that are left and may be the same.</summary>
    public static Matching<T> Of(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> text, Func<T, T, bool> comparable)
    {
        var (old, now) = (before.ToList(), after.ToList());
        var pairs = new List<(T Before, T After)>();
        foreach (var one in after)
        {
            Take(old.Find(o => text(o) == text(one) && comparable(o, one)), one);
        }

        while (Likeliest(old, now, text, comparable) is var (from, to))
        {
            Take(from, to);
        }

        return new([.. pairs.OrderBy(p => Position(after, p.After))], now, old);

        void Take(T? from, T to)
        {
            if (from is not null)
            {
                pairs.Add((from, to));
                old.Remove(from);
                now.Remove(to);
            }
        }
    }

    private static int Position(IReadOnlyList<T> all, T one) => all.TakeWhile(a => !ReferenceEquals(a, one)).Count();

    private static (T, T)? Likeliest(List<T> old, List<T> now, Func<T, string> text, Func<T, T, bool> comparable)
    {
        var best =
            (from o in old from n in now where comparable(o, n) let likeness = Likeness(text(o), text(n)) where likeness >= Alike select (o, n, likeness))
            .OrderByDescending(p => p.likeness).FirstOrDefault();
        return best.o is null ? null : (best.o, best.n);
    }

    private static double Likeness(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var shared = a.Count(b.Contains);
        return a.Count + b.Count == 0 ? 1 : shared / (double)(a.Count + b.Count - shared);
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split([' ', '`', ',', '.', ':', ';', '\n'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
