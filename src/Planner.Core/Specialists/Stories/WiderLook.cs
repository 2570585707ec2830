using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Core.Specialists.Stories;

/// <summary>
/// Looks for what could answer a gap, more widely than grounding does: by parts of names and names that are nearly the same.
/// It tells only facts that were read, each with its source.
/// </summary>
public static class WiderLook
{
    private const int MostNotes = 3;
    private const int Slip = 2;
    private const int ShortestForSlips = 6;

    /// <summary>The words that two names share, as a share of all their words, from which on they are worth telling.</summary>
    private const double Alike = 0.5;

    /// <param name="gaps">What specialists could not know.</param>
    /// <param name="grounding">What is known.</param>
    /// <param name="index">All that was read; without it the grounding's inventory and its relevant types are searched.</param>
    /// <returns>At most three notes for each gap, the nearest first; none where nothing comes near.</returns>
    public static IReadOnlyList<ResearchNote> Research(IReadOnlyList<Gap> gaps, TicketGrounding grounding, CodebaseIndex? index = null)
    {
        var things = Known(grounding, index).ToList();
        return [.. gaps.SelectMany(g => Notes(g, things)).Distinct()];
    }

    /// <summary>The sort is stable: of equally near things a type is told before its file.</summary>
    private static IEnumerable<ResearchNote> Notes(Gap gap, List<Thing> things) => Notes(gap, Words(gap.Subject), things);

    private static IEnumerable<ResearchNote> Notes(Gap gap, HashSet<string> asked, List<Thing> things) => things
        .Select(t => (Thing: t, Nearness: Nearness(gap.Subject, asked, t)))
        .Where(t => t.Nearness >= Alike)
        .OrderByDescending(t => t.Nearness)
        .Take(MostNotes)
        .Select(t => new ResearchNote(gap.Subject, t.Thing.Fact(), t.Thing.Source));

    private static double Nearness(string subject, HashSet<string> asked, Thing thing)
    {
        if (string.Equals(subject, thing.Name, StringComparison.OrdinalIgnoreCase))
        {
            return 2;
        }

        if (thing.Name.Length >= ShortestForSlips && EditDistance.Between(subject, thing.Name, Slip) <= Slip)
        {
            return 2 - (0.25 * EditDistance.Between(subject, thing.Name, Slip));
        }

        var shared = asked.Count(thing.Words.Contains);
        return shared == 0 ? 0 : (double)shared / (asked.Count + thing.Words.Count - shared);
    }

    private static HashSet<string> Words(string text) => [.. IdentifierWords.Of(text).Select(Nouns.Singular).Where(w => w.Length > 2)];

    private static IEnumerable<Thing> Known(TicketGrounding grounding, CodebaseIndex? index)
    {
        var inventory = grounding.Inventory;
        var types = index?.Types ?? grounding.Types;
        return types.Select(t => new Thing(t.Name, () => $"The {t.Kind} {t.Name} exists{Using(t, types)}.", $"{t.File}:{t.Line}"))
            .Concat(inventory.Tables.Select(t => new Thing(t, () => $"The table {t}{ResearchNote.Exists}", t)))
            .Concat(inventory.Columns.Select(c => new Thing(c[(c.LastIndexOf('.') + 1)..], () => $"The column {c}{ResearchNote.Exists}", c)))
            .Concat(inventory.Endpoints.Select(e => new Thing(e, () => $"The endpoint {e}{ResearchNote.Exists}", e)))
            .Concat((index?.Jobs ?? grounding.Jobs).Select(j => new Thing(j.Name, () => $"The job {j.Name} exists{Tables(j)}.", $"{j.File}:{j.Line}")))
            .Concat(inventory.Paths.Select(p => new Thing(FileName(p), () => $"The file {p}{ResearchNote.Exists}", p)));
    }

    private static string Using(TypeFact type, IReadOnlyList<TypeFact> types)
    {
        var users = types.Where(t => t.Uses.Contains(type.Name)).Select(t => t.Name).Distinct(StringComparer.Ordinal).Take(MostNotes).ToList();
        return users.Count == 0 ? "" : $" and is used by {string.Join(", ", users)}";
    }

    private static string Tables(JobFact job) => job.Tables.Count == 0 ? "" : $" and works on {string.Join(", ", job.Tables)}";

    private static string FileName(string path)
    {
        var name = PathParts.Name(path);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    /// <summary>Something that exists. Its fact is put into words only where it is told: who uses it takes a walk over all types.</summary>
    private sealed record Thing(string Name, Func<string> Fact, string Source)
    {
        public HashSet<string> Words { get; } = WiderLook.Words(Name);
    }
}
