namespace Planner.Core.Grounding.Ranking;

/// <summary>Follows how code hangs together from files that are likely to those beside them.</summary>
internal sealed class Neighbours(CodebaseIndex index)
{
    private const int MostOfAKind = 25;

    private readonly ILookup<string, TypeFact> byFile = index.Types.ToLookup(t => t.File, StringComparer.Ordinal);
    private readonly ILookup<string, TypeFact> byName = index.Types.ToLookup(t => t.Name, StringComparer.Ordinal);
    private readonly ILookup<string, TypeFact> byBase = Pairs(index, t => t.Bases);
    private readonly ILookup<string, TypeFact> byUse = Pairs(index, t => t.Uses);
    private readonly ILookup<string, TestFact> bySubject = index.Tests.ToLookup(t => t.Subject, StringComparer.Ordinal);
    private readonly ILookup<string, RegistrationFact> registrations =
        index.Registrations.SelectMany(r => new[] { (r.Service, r), (r.Implementation, r) }).Distinct().ToLookup(p => p.Item1, p => p.r, StringComparer.Ordinal);

    private readonly ILookup<string, string> byFolder = index.Documents.Select(d => d.Path).ToLookup(FolderOf, StringComparer.Ordinal);

    /// <param name="seeds">Likely files with their strength, 0 to 1.</param>
    public Evidence Of(IReadOnlyList<(string File, double Strength)> seeds)
    {
        var evidence = new Evidence();
        foreach (var (file, strength) in seeds)
        {
            foreach (var type in byFile[file])
            {
                Add(evidence, type, strength);
            }

            AddTwins(evidence, file, strength);
        }

        return evidence;
    }

    private void Add(Evidence evidence, TypeFact type, double strength)
    {
        Spread(evidence, type, byBase[type.Name], 0.7 * strength, $"implements {type.Name}");
        Spread(evidence, type, type.Bases.SelectMany(b => byName[b]), 0.6 * strength, $"is what {type.Name} implements");
        Spread(evidence, type, byUse[type.Name], 0.5 * strength, $"uses {type.Name}");
        Spread(evidence, type, type.Uses.SelectMany(u => byName[u]), 0.4 * strength, $"is used by {type.Name}");
        foreach (var registration in registrations[type.Name])
        {
            evidence.Add(registration.File, 0.45 * strength, $"registers {type.Name}");
        }

        foreach (var test in bySubject[type.Name].Select(t => t.File).Distinct(StringComparer.Ordinal))
        {
            evidence.Add(test, 0.5 * strength, $"tests {type.Name}");
        }
    }

    /// <summary>What many files share says little about each.</summary>
    private static void Spread(Evidence evidence, TypeFact from, IEnumerable<TypeFact> to, double strength, string why)
    {
        var files = to.Select(t => t.File).Where(f => f != from.File).Distinct(StringComparer.Ordinal).ToList();
        foreach (var file in files.Take(MostOfAKind))
        {
            evidence.Add(file, strength / Math.Sqrt(1 + Math.Log2(files.Count)), why);
        }
    }

    private void AddTwins(Evidence evidence, string file, double strength)
    {
        var ending = LastWord(file);
        var twins = byFolder[FolderOf(file)].Where(f => f != file && LastWord(f) == ending).ToList();
        foreach (var twin in twins.Take(MostOfAKind))
        {
            evidence.Add(twin, 0.25 * strength / Math.Sqrt(twins.Count), $"stands beside {file[(file.LastIndexOf('/') + 1)..]} and is named alike");
        }
    }

    private static string LastWord(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return IdentifierWords.Of(dot > 0 ? name[..dot] : name) is [.., var last] ? last : "";
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static ILookup<string, TypeFact> Pairs(CodebaseIndex index, Func<TypeFact, IReadOnlyList<string>> names) =>
        index.Types.SelectMany(t => names(t).Select(n => (n, t))).ToLookup(p => p.n, p => p.t, StringComparer.Ordinal);
}
