using System.Text.RegularExpressions;
using Xunit;

namespace Planner.Core.Tests.Architecture;

/// <summary>A name means one thing in the whole product.</summary>
public sealed partial class NameTests
{
    /// <summary>Each project writes its log in a class of its own.</summary>
    private const string PerProject = "Log";

    [Fact]
    public void TypeName_StandsOnce()
    {
        var twice = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => TypesIn(File.ReadAllText(f)))
            .Distinct()
            .GroupBy(t => t.Name, StringComparer.Ordinal)
            .Where(g => g.Key != PerProject && g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.Room).Order(StringComparer.Ordinal))}");

        Assert.Empty(twice);
    }

    private static IEnumerable<(string Room, string Name)> TypesIn(string text) =>
        Room().Match(text) is { Success: true } room
            ? Types().Matches(text).Select(m => (room.Groups["name"].Value, m.Groups["name"].Value + m.Groups["generic"].Value))
            : [];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Room();

    [GeneratedRegex(
        @"^(?:public |internal )(?:static |sealed |abstract |partial |readonly )*"
        + @"(?:class|record struct|record|interface|enum|struct) (?<name>\w+)(?<generic><)?",
        RegexOptions.Multiline)]
    private static partial Regex Types();
}
