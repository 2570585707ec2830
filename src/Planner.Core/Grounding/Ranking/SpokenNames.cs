using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>
/// Finds members that a ticket speaks of without naming them: "a user deletes the account" speaks of <c>DeleteUser</c>. Two words
/// of the summary in one short name are seldom an accident, though each of them stands everywhere.
/// </summary>
internal static class SpokenNames
{
    private const int LongestName = 4;
    private const int MostHomes = 25;

    public static Evidence Of(CodebaseIndex index, IReadOnlySet<string> summary)
    {
        var homes = new Dictionary<string, List<(string File, string Member)>>(StringComparer.Ordinal);
        foreach (var type in index.Types)
        {
            foreach (var member in type.Members.Where(m => m.Kind == "method").DistinctBy(m => m.Name))
            {
                if (Spoken(member.Name, summary) is { } key)
                {
                    (homes.TryGetValue(key, out var list) ? list : homes[key] = []).Add((type.File, member.Name));
                }
            }
        }

        var evidence = new Evidence();
        foreach (var (file, member, share) in homes.Values
            .Where(h => h.Count <= MostHomes)
            .SelectMany(h => h.Select(p => (p.File, p.Member, 1 / Math.Sqrt(h.Count)))))
        {
            evidence.Add(file, share, $"has {member}, of which the ticket speaks");
        }

        return evidence;
    }

    /// <summary>The words that a name shares with the summary, where these are at least two and nearly all that it says.</summary>
    private static string? Spoken(string member, IReadOnlySet<string> summary)
    {
        var words = IdentifierWords.Of(member).Select(Stems.Of).Where(w => w != "async").Distinct(StringComparer.Ordinal).ToList();
        var shared = words.Where(summary.Contains).Order(StringComparer.Ordinal).ToList();
        return shared.Count >= 2 && words.Count <= LongestName && shared.Count * 2 >= words.Count ? string.Join(' ', shared) : null;
    }
}
