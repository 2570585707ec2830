using System.Globalization;

namespace Planner.Core.Opinions;

/// <summary>Gives out ids like TD001, above all that were given before.</summary>
internal sealed class Numbering(string prefix, IEnumerable<string> taken)
{
    private int last = taken.Select(id => NumberOf(prefix, id)).DefaultIfEmpty(0).Max();

    public string Next() => prefix + (++last).ToString("000", CultureInfo.InvariantCulture);

    private static int NumberOf(string prefix, string id) =>
        id.StartsWith(prefix, StringComparison.Ordinal)
        && int.TryParse(id.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>When two local things are about the same.</summary>
internal static class Subject
{
    /// <summary>A key that is the same for the same wording, whatever the case and spacing.</summary>
    public static string OfText(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', '?', '!').ToLowerInvariant();
}
