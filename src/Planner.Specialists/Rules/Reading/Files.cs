using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Paths of the scanned commit: what is there is modified, what is not is added.</summary>
internal sealed class Files(TicketGrounding grounding)
{
    private readonly HashSet<string> paths = grounding.Inventory.Paths.ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<string, double> scores = grounding.Files.ToDictionary(f => f.Path, f => f.Score, StringComparer.Ordinal);

    private readonly Dictionary<string, int> spread = grounding.Inventory.Paths
        .SelectMany(p => Words.Stems(PathParts.Name(p)))
        .GroupBy(s => s, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>So many files are added, so that words tell something in a code base of a few.</summary>
    private const double Few = 50;

    /// <summary>How much a stem tells of a place: 1 where few files are called by it, towards 0 where all are.</summary>
    public double Rarity(string stem) => Math.Clamp(Math.Log((paths.Count + Few) / (1 + spread.GetValueOrDefault(stem))) / Math.Log(Few), 0, 1);

    private const double Promising = 0.5;

    private const int MostLikeliest = 3;

    /// <summary>The first few files of the ranking that are not tests, where they stand out.</summary>
    public IReadOnlyList<string> Likeliest => [.. grounding.Files.Where(f => f.Score >= Promising && !IsTest(f.Path)).Take(MostLikeliest).Select(f => f.Path)];

    /// <summary>How likely the file changes, from 0 to 1.</summary>
    public double Score(string path) => scores.GetValueOrDefault(path);

    public bool Exists(string path) => paths.Contains(path);

    /// <summary>The change of a file, told by the inventory.</summary>
    public FileChange Change(string path) => new(path, Exists(path) ? ChangeKind.Modify : ChangeKind.Add);

    /// <summary>A file beside another.</summary>
    public static string Beside(string neighbour, string fileName) => PathParts.Folder(neighbour) is { Length: > 0 } folder ? $"{folder}/{fileName}" : fileName;

    /// <summary>The path of <c>path:line</c> where it exists, or null.</summary>
    public string? Located(string place)
    {
        var at = place.LastIndexOf(':');
        var path = at > 0 && at < place.Length - 1 && place[(at + 1)..].All(char.IsAsciiDigit) ? place[..at] : place;
        return Exists(path) ? path : null;
    }

    /// <summary>The project that a file belongs to: the one with the longest folder above it.</summary>
    public ProjectFact? Project(string path) => grounding.Projects
        .Where(p => path.StartsWith(PathParts.Folder(p.Path) is { Length: > 0 } folder ? folder + "/" : "", StringComparison.Ordinal))
        .MaxBy(p => p.Path.Length);

    private readonly HashSet<string> tests = grounding.Tests.Select(t => t.File).ToHashSet(StringComparer.Ordinal);

    /// <summary>True for files of test projects, and for those that hold tests.</summary>
    public bool IsTest(string path) => tests.Contains(path) || Project(path) is { IsTest: true };
}
