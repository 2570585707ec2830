using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.History;

/// <summary>Which commits were taken back, told by subjects alone: <c>Revert "…"</c> names the subject of an older commit.</summary>
internal sealed class Reverts
{
    private const string Opening = "Revert \"";

    private readonly Dictionary<string, CommitFact> byReverted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommitFact> byRevert = new(StringComparer.Ordinal);

    /// <param name="commits">The newest first.</param>
    public Reverts(IReadOnlyList<CommitFact> commits)
    {
        for (var at = commits.Count - 1; at >= 0; at--)
        {
            if (Quoted(commits[at].Subject) is { } subject && Older(commits, at, subject) is { } taken)
            {
                Link(commits[at], taken);
            }
        }
    }

    /// <summary>True where the subject says that it takes something back.</summary>
    public static bool IsRevert(string subject) =>
        subject.StartsWith("Revert", StringComparison.OrdinalIgnoreCase) && (subject.Length == 6 || !char.IsLetter(subject[6]));

    /// <summary>Who took the commit back and was not taken back in turn, or null.</summary>
    public CommitFact? Of(CommitFact commit) => byReverted.GetValueOrDefault(commit.Sha);

    /// <summary>What the commit took back, or null where it took nothing back or that is older than what was read.</summary>
    public CommitFact? TakenBackBy(CommitFact commit) => byRevert.GetValueOrDefault(commit.Sha);

    private void Link(CommitFact revert, CommitFact taken)
    {
        byReverted[taken.Sha] = revert;
        byRevert[revert.Sha] = taken;
        if (byRevert.TryGetValue(taken.Sha, out var restored))
        {
            // Taking a revert back brings its commit to life again.
            byReverted.Remove(restored.Sha);
        }
    }

    private static string? Quoted(string subject)
    {
        var end = subject.LastIndexOf('"');
        return subject.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && end > Opening.Length ? subject[Opening.Length..end] : null;
    }

    private static CommitFact? Older(IReadOnlyList<CommitFact> commits, int at, string subject) =>
        commits.Skip(at + 1).FirstOrDefault(c => c.Subject == subject) ?? commits.Skip(at + 1).FirstOrDefault(c => Bare(c.Subject) == Bare(subject));

    /// <summary>Without the number of the pull request, which a forge puts behind one of the two.</summary>
    private static string Bare(string subject)
    {
        var number = subject.LastIndexOf(" (#", StringComparison.Ordinal);
        return number > 0 && subject.EndsWith(')') && subject.AsSpan(number + 3, subject.Length - number - 4).IndexOfAnyExceptInRange('0', '9') < 0
            ? subject[..number]
            : subject;
    }
}
