using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;

namespace Planner.Codebase.History;

/// <summary>The form in which git tells commits, and how it is read.</summary>
internal static class LogFormat
{
    private const int MostFiles = 500;
    private const int LongestText = 200;
    private const char Start = '\u0001';
    private const char Field = '\u0002';

    /// <summary>Hash, day, author's name, subject; the names of files follow, each behind a NUL.</summary>
    public const string Format = "%x01%H%x02%cs%x02%an%x02%s";

    /// <summary>How many commits git printed.</summary>
    public static int Count(string text) => text.AsSpan().Count(Start);

    /// <param name="text">What git printed.</param>
    /// <param name="prefix">The code base's place in the repository; files outside of it are left out.</param>
    public static IReadOnlyList<CommitFact> Read(string text, string prefix) =>
        [.. text.Split(Start, StringSplitOptions.RemoveEmptyEntries).Select(c => One(c, prefix)).OfType<CommitFact>().Where(c => c.Files.Count > 0)];

    private static CommitFact? One(string text, string prefix)
    {
        var parts = text.Split('\0');
        if (parts[0].Split(Field) is not [var sha, var date, var author, .. var subject])
        {
            return null;
        }

        var files = parts.Skip(1)
            .Select(f => f.TrimStart('\n'))
            .Where(f => f.Length > prefix.Length && f.StartsWith(prefix, StringComparison.Ordinal))
            .Select(f => f[prefix.Length..]);
        return Commit(sha, date, author, string.Join(' ', subject), files);
    }

    /// <summary>A commit, with its texts redacted and cut and its files bounded; what was done so once is not changed again.</summary>
    public static CommitFact Commit(string sha, string date, string author, string subject, IEnumerable<string> files) =>
        new(sha, date, Name(author), Short(subject), [.. files.Take(MostFiles).Order(StringComparer.Ordinal)]);

    /// <summary>Some set their address as their name.</summary>
    private static string Name(string author) => author.Contains('@', StringComparison.Ordinal) ? "" : Short(author);

    /// <summary>Redacted before it is cut: half a token is told by no shape.</summary>
    private static string Short(string text) => TicketText.Line(Redaction.Of(text)) is var line && line.Length > LongestText ? line[..LongestText] : line;
}
