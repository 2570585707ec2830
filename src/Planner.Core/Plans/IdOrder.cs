namespace Planner.Core.Plans;

/// <summary>Ids as people count them: by their letters, then by their number, so that T1000 comes after T999.</summary>
internal sealed class IdOrder : IComparer<string>
{
    public static readonly IdOrder Numbers = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var (one, other) = (Prefix(a), Prefix(b));
        var prefixes = string.CompareOrdinal(a, 0, b, 0, Math.Max(one, other));
        if (one != other || prefixes != 0)
        {
            return prefixes;
        }

        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b);
    }

    private static int Prefix(string id) => id.TakeWhile(c => !char.IsAsciiDigit(c)).Count();
}
