using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Finds files beside the C# code that criteria are about: scripts, pipelines, containers, configuration.</summary>
internal sealed class TargetFiles(TicketFacts brief, TargetTypes homes)
{
    /// <summary>A file that the ranking holds for less likely is no home.</summary>
    private const double Promising = 0.5;

    /// <summary>So much likelier than a type that only words suggest, a file is preferred.</summary>
    private const double Ahead = 0.5;

    /// <summary>A file that is not there is to be made where one is called alike by so many words.</summary>
    private const int Alike = 2;

    /// <summary>What does something by itself.</summary>
    private static readonly HashSet<string> Doing = new(Lexicon.Words("reading", "doing"), StringComparer.OrdinalIgnoreCase);

    /// <summary>What others read: code that is changed for a criterion often merely reads it.</summary>
    private static readonly HashSet<string> Told = new(Lexicon.Words("reading", "told"), StringComparer.OrdinalIgnoreCase);

    private readonly List<(string Name, string Path)> named = [.. brief.Grounding.Mentions
        .Where(m => m.Kind == MentionKind.File && !m.IsKept)
        .SelectMany(m => Paths(m, brief))
        .Where(IsWorking)
        .Distinct(StringComparer.Ordinal)
        .Select(p => (PathParts.Name(p), p))];

    private readonly List<RankedFile> likely = [.. brief.Grounding.Files.Where(f => f.Score >= Promising && IsWorking(f.Path) && !IsTest(f.Path, brief))];

    /// <summary>The script that the criterion is about, because it names it, or null.</summary>
    public string? Script(AcceptanceCriterion criterion) => Named(criterion).FirstOrDefault(p => !IsTold(p));

    /// <summary>The files that the criterion names, in its order; empty where it names none.</summary>
    public IReadOnlyList<string> Named(AcceptanceCriterion criterion) => [.. named
        .Where(n => Words.Names(criterion.Text, n.Name))
        .OrderBy(n => criterion.Text.IndexOf(n.Name, StringComparison.OrdinalIgnoreCase))
        .Select(n => n.Path)];

    /// <summary>The file that the criterion names, else the one that the ranking and shared words suggest, or null.</summary>
    public string? Likeliest(AcceptanceCriterion criterion) =>
        Named(criterion) is [var first, ..] ? first : likely.MaxBy(f => f.Score + Shared(f.Path, criterion))?.Path;

    /// <summary>True where a file stands out and the type is told by words alone.</summary>
    public bool Outweighs(AcceptanceCriterion criterion, TypeFact home) =>
        homes.IsGuess(criterion, home)
        && likely.Exists(f => f.Score - brief.Files.Score(home.File) >= Ahead && Shared(f.Path, criterion) > 0);

    /// <summary>True for a file that is not there, has its place in the plan, and is named by any of the criteria.</summary>
    public bool IsPlanned(Mention mention, IReadOnlyList<AcceptanceCriterion> criteria) =>
        mention.Kind == MentionKind.File
            && mention.Found.Count == 0
            && named.Exists(n => n.Name == PathParts.Name(mention.Text) && criteria.Any(c => Words.Names(c.Text, n.Name)));

    private double Shared(string path, AcceptanceCriterion criterion) =>
        Words.Stems(PathParts.Name(path)).Intersect(Words.Stems(criterion.Text), StringComparer.Ordinal).Sum(brief.Files.Rarity);

    private static IEnumerable<string> Paths(Mention mention, TicketFacts brief) =>
        mention.Found.Count > 0 ? Only([.. mention.Found.Select(f => brief.Files.Located(f)).OfType<string>()], brief)
        : Place(mention.Text, brief) is { } place ? [place]
        : [];

    /// <summary>A name that many files have tells none of them.</summary>
    private static IEnumerable<string> Only(List<string> paths, TicketFacts brief) =>
        paths.Where(p => !IsTest(p, brief)).ToList() is [_] own ? own : paths.Count == 1 ? paths : [];

    /// <summary>
    /// Where a file that is not there goes: where the ticket says, else beside the likeliest of its kind; null where nothing is
    /// called like it.
    /// </summary>
    private static string? Place(string name, TicketFacts brief)
    {
        var folder = PathParts.Folder(name);
        if (folder.Length > 0)
        {
            return brief.Grounding.Inventory.Paths.Any(p => p.StartsWith(folder + "/", StringComparison.Ordinal)) ? name : null;
        }

        var words = Words.Stems(Stem(name));
        var kin = brief.Grounding.Inventory.Paths
            .Where(p => Path.GetExtension(p) == Path.GetExtension(name) && !IsTest(p, brief))
            .Select(p => (Path: p, Alike: words.Intersect(Words.Stems(Stem(p)), StringComparer.Ordinal).Count(), Score: brief.Files.Score(p)))
            .ToList();
        return kin.Exists(k => k.Alike >= Alike)
            ? Files.Beside(kin.MaxBy(k => (k.Score >= Promising ? k.Score : 0, k.Alike)).Path, name)
            : null;
    }

    private static string Stem(string path) => Path.GetFileNameWithoutExtension(PathParts.Name(path));

    private static bool IsTold(string path) => Told.Contains(Path.GetExtension(path));

    private static bool IsWorking(string path) =>
        Doing.Contains(Path.GetExtension(path)) || IsTold(path) || PathParts.Name(path).StartsWith("Dockerfile", StringComparison.Ordinal);

    private static bool IsTest(string path, TicketFacts brief) =>
        brief.Files.IsTest(path) || Words.Any(PathParts.Folder(path), "test", "tests") || Words.Any(PathParts.Name(path), "test", "tests");
}
