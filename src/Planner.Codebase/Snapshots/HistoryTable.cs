using System.Text;
using Planner.Codebase.History;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Snapshots;

/// <summary>
/// <c>history.tsv</c>: a commit on each line, the newest first: hash, day, author's name, subject, and each file that it
/// changed, with tabs between. No text holds a tab or a line end.
/// </summary>
internal static class HistoryTable
{
    private const int MostCommits = 10_000;

    public static string Text(HistoryFacts history)
    {
        var text = new StringBuilder();
        foreach (var commit in history.Commits)
        {
            var files = commit.Files.Where(f => EntryPath.Fault(f) is null);
            text.AppendJoin('\t', [commit.Sha, commit.Date, Plain(commit.Author), Plain(commit.Subject), .. files]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Commits as another process wrote them; lines of another form are left out.</summary>
    public static HistoryFacts Read(string text) =>
        new([.. text.Split('\n').Take(MostCommits).Select(One).OfType<CommitFact>()]);

    private static CommitFact? One(string line) =>
        line.Split('\t') is [var sha, var date, var author, var subject, .. { Length: > 0 } files] && IsCommit(sha, date)
        ? LogFormat.Commit(sha, date, author, subject, files.Where(f => EntryPath.Fault(f) is null))
        : null;

    private static bool IsCommit(string sha, string date) =>
        sha.Length is 40 or 64 && sha.All(char.IsAsciiHexDigitLower) && DateOnly.TryParseExact(date, "yyyy-MM-dd", out _);

    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
