using System.Text.RegularExpressions;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>Rooms of the house use what lies below them, never what lies above, and no two use each other.</summary>
public sealed class FloorTests
{
    /// <summary>Of Planner.Core, bottom to top.</summary>
    private static readonly string[] Floors =
    [
        "Text", "Tickets", "Grounding", "Opinions", "Specialists", "Decisions", "Plans", "Artifacts", "Review", "Conversation", "Planning", "Events", "Settings", "Hosting",
    ];

    [Fact]
    public void Core_HasTheFloorsOfTheDesign() =>
        Assert.Empty(Room("Planner.Core").Namespaces.Select(n => n.Split('.').ElementAtOrDefault(2) ?? "").Except(Floors, StringComparer.Ordinal));

    [Fact]
    public void Core_UsesNothingOfAFloorAbove() => Assert.Empty(Room("Planner.Core").Uses.Where(u => Floor(u.From) < Floor(u.To)));

    [Theory]
    [InlineData("Planner.Core")]
    [InlineData("Planner.Specialists")]
    public void Project_HasNoNamespacesThatUseEachOther(string project) => Assert.Empty(Room(project).Circle());

    [Fact]
    public void ArrowThatIsTurned_IsSeen()
    {
        var room = new NamespaceGraph([
            new("Planner.Core.Text.Words", ["Planner.Core.Opinions"]),
            new("Planner.Core.Opinions", ["Planner.Core.Grounding.Facts"]),
            new("Planner.Core.Grounding.Facts", ["Planner.Core.Text.Words"]),
        ]);

        Assert.Equal("Planner.Core.Text.Words", Assert.Single(room.Uses, u => Floor(u.From) < Floor(u.To)).From);
        Assert.Equal(3, room.Circle().Count);
    }

    private static int Floor(string name) => Array.IndexOf(Floors, name.Split('.')[2]);

    private static NamespaceGraph Room(string project) => NamespaceGraph.Of(project);
}

/// <summary>A namespace with those of its project that its files name in <c>using</c> lines or in full.</summary>
internal sealed record NamespaceUse(string From, string To);

/// <summary>Which namespaces of a project use which. A file can use only what it imports, for types of two rooms never share a namespace.</summary>
internal sealed partial class NamespaceGraph(IReadOnlyList<NamespaceGraph.Node> nodes)
{
    /// <summary>All of the project, in ordinal order.</summary>
    public IReadOnlyList<string> Namespaces { get; } = [.. nodes.Select(n => n.Name)];

    /// <summary>Every arrow once.</summary>
    public IReadOnlyList<NamespaceUse> Uses { get; } = [.. nodes.SelectMany(n => n.Uses.Select(u => new NamespaceUse(n.Name, u)))];

    public static NamespaceGraph Of(string project)
    {
        var files = RepositoryFiles.Files("*.cs", $"src/{project}")
            .Select(f => (Name: NameOf(f), Text: File.ReadAllText(f)))
            .ToLookup(f => f.Name, f => f.Text, StringComparer.Ordinal);
        var names = files.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return new([.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new Node(f.Key, [.. Used(f, names).Order(StringComparer.Ordinal)]))]);
    }

    /// <summary>Namespaces that reach themselves; empty where all arrows point one way.</summary>
    public IReadOnlyList<string> Circle()
    {
        var left = nodes.ToDictionary(n => n.Name, n => n.Uses, StringComparer.Ordinal);
        while (left.FirstOrDefault(n => !n.Value.Any(left.ContainsKey)).Key is { } free)
        {
            left.Remove(free);
        }

        return [.. left.Keys.Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Used(IGrouping<string, string> files, HashSet<string> names) => files
        .SelectMany(text => Name().Matches(text).Select(m => m.Value))
        .Concat(files.SelectMany(_ => Enclosing(files.Key)).Where(outer => UsesEnclosing(outer, files)))
        .Where(n => n != files.Key)
        .SelectMany(n => Longest(n, names))
        .Where(n => n != files.Key)
        .Distinct(StringComparer.Ordinal);

    // A file sees what its outer namespaces declare without a using.
    private static IEnumerable<string> Enclosing(string name)
    {
        for (var at = name.LastIndexOf('.'); at > 0; at = name.LastIndexOf('.', at - 1))
        {
            yield return name[..at];
        }
    }

    private static bool UsesEnclosing(string outer, IEnumerable<string> texts)
    {
        var types = Types(outer);
        return types.Count > 0 && texts.Any(t => Word().Matches(t).Any(w => types.Contains(w.Value)));
    }

    private static HashSet<string> Types(string name)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "src", string.Join('/', name.Split('.') is [var a, var b, .. var rest] ? [$"{a}.{b}", .. rest] : []));
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.cs").Select(f => Path.GetFileNameWithoutExtension(f))] : [];
    }

    private static IEnumerable<string> Longest(string name, HashSet<string> names)
    {
        for (var at = name; at.Length > 0; at = at.Contains('.', StringComparison.Ordinal) ? at[..at.LastIndexOf('.')] : "")
        {
            if (names.Contains(at))
            {
                return [at];
            }
        }

        return [];
    }

    private static string NameOf(string path)
    {
        var parts = RepositoryFiles.Relative(path).Split('/');
        return string.Join('.', parts[1..^1]);
    }

    [GeneratedRegex(@"\bPlanner\.[A-Z]\w*(?:\.[A-Z]\w*)*", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"\b[A-Z]\w+\b", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    /// <summary>A namespace and those that it uses.</summary>
    internal sealed record Node(string Name, IReadOnlyList<string> Uses);
}
