using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Ranking;

/// <summary>Follows how code hangs together from files that are likely to those beside them.</summary>
internal sealed class Neighbours(CodebaseIndex index)
{
    private const int MostOfAKind = 200;
    private const int MostAlike = 25;

    private readonly ILookup<string, string> byFolder = index.Documents.Select(d => d.Path).ToLookup(PathParts.Folder, StringComparer.Ordinal);

    public TypeLinks Types { get; } = new(index);

    public Twins Twins { get; } = new(index);

    /// <param name="seeds">Likely files with their strength, 0 to 1.</param>
    /// <param name="weights">How much each way counts.</param>
    public Evidence Of(IReadOnlyList<(string File, double Strength)> seeds, RankingWeights weights)
    {
        var evidence = new Evidence(weights.FurtherReasons);
        foreach (var (file, strength) in seeds)
        {
            foreach (var type in Types.DeclaredIn[file])
            {
                Add(evidence, type, strength, weights);
            }

            foreach (var twin in Twins.Of(file))
            {
                evidence.Add(twin, weights.Twin * strength, $"does for another database what {PathParts.Name(file)} does");
            }

            AddAlike(evidence, file, weights.NamedAlike * strength);
        }

        return evidence;
    }

    private void Add(Evidence evidence, TypeFact type, double strength, RankingWeights weights)
    {
        Spread(type, Types.Extending[type.Name], weights.Implements, $"implements {type.Name}");
        Spread(type, Types.Using[type.Name], weights.UsesIt, $"uses {type.Name}");
        Spread(type, Types.Registering[type.Name], weights.Registers, $"registers {type.Name}");
        Spread(type, Types.Testing[type.Name], weights.Tests, $"tests {type.Name}");
        foreach (var name in type.Bases.Where(Types.Declaring.Contains))
        {
            Reach(name, Types.Extending[name].Count(), weights.IsImplemented, $"is what {type.Name} implements");
        }

        foreach (var name in type.Uses.Where(Types.Declaring.Contains))
        {
            Reach(name, Types.Using[name].Count(), weights.IsUsed, $"is used by {type.Name}");
        }

        void Spread(TypeFact from, IEnumerable<string> files, double weight, string why)
        {
            var others = files.Where(f => f != from.File).ToList();
            foreach (var file in others.Take(MostOfAKind))
            {
                evidence.Add(file, strength * weight / Common(others.Count), why);
            }
        }

        void Reach(string name, int common, double weight, string why)
        {
            var homes = Types.Declaring[name].Where(f => f != type.File).ToList();
            foreach (var file in homes.Take(MostAlike))
            {
                evidence.Add(file, strength * weight / (Common(common) * Math.Sqrt(homes.Count)), why);
            }
        }

        double Common(int count) => Math.Pow(1 + Math.Log2(Math.Max(1, count)), weights.Commonness);
    }

    private void AddAlike(Evidence evidence, string file, double strength)
    {
        var ending = LastWord(file);
        var alike = byFolder[PathParts.Folder(file)].Where(f => f != file && LastWord(f) == ending).ToList();
        foreach (var other in alike.Take(MostAlike))
        {
            evidence.Add(other, strength / Math.Sqrt(alike.Count), $"stands beside {PathParts.Name(file)} and is named alike");
        }
    }

    private static string LastWord(string file)
    {
        var name = PathParts.Name(file);
        var dot = name.LastIndexOf('.');
        return IdentifierWords.Of(dot > 0 ? name[..dot] : name) is [.., var last] ? last : "";
    }
}
