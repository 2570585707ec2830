namespace Planner.Core.Text.Words;

/// <summary>How many letters differ between two words.</summary>
internal static class EditDistance
{
    /// <summary>Levenshtein's distance, without case; one more than <paramref name="most"/> where it is larger.</summary>
    public static int Between(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most)
        {
            return most + 1;
        }

        var before = Enumerable.Range(0, b.Length + 1).ToArray();
        var now = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                now[j] = Math.Min(before[j - 1] + change, Math.Min(before[j], now[j - 1]) + 1);
            }

            (before, now) = (now, before);
        }

        return Math.Min(before[b.Length], most + 1);
    }
}
