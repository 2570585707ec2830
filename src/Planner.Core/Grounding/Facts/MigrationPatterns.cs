using System.Globalization;
using System.Text.RegularExpressions;
using Planner.Core.Text.Words;

namespace Planner.Core.Grounding.Facts;

/// <summary>Paths of migrations to come, as patterns: a number, then <c>{name}</c>.</summary>
internal static partial class MigrationPatterns
{
    /// <summary>What is assumed where the repository has no migrations.</summary>
    public const string Assumed = "db/migrations/{n}_{name}";

    /// <summary>The patterns of a first migration and its way back, where there is no convention.</summary>
    public static IReadOnlyList<string> Invented { get; } =
        [.. new[] { ".up.sql", ".down.sql" }.Select(e => Assumed.Replace("{n}", "001", StringComparison.Ordinal) + e)];

    /// <summary>The patterns of the next migration once some more have been added; where there was no convention, these have made one.</summary>
    public static IReadOnlyList<string> After(IReadOnlyList<string> next, int added) =>
        added == 0 ? next : [.. (next.Count == 0 ? Invented : next).Select(p => Raised(p, added))];

    /// <summary>The paths up and, where there is one, down of the n-th new migration, from 0.</summary>
    public static (string Up, string? Down) Next(IReadOnlyList<string> next, int ordinal, string name)
    {
        var patterns = next.Count > 0 ? next : Invented;
        return (Named(patterns[0], ordinal, name), patterns.Count > 1 ? Named(patterns[1], ordinal, name) : null);
    }

    /// <summary>A pattern with its number raised.</summary>
    public static string Raised(string pattern, int by)
    {
        var name = pattern.LastIndexOf('/') + 1;
        return pattern[..name] + Number().Replace(pattern[name..], m => Raise(m.Value, by), 1);
    }

    /// <summary>Raises the number in front of the name and puts the name in.</summary>
    private static string Named(string pattern, int ordinal, string name)
    {
        var shape = pattern.EndsWith(".cs", StringComparison.Ordinal) ? Words.Pascal(name) : name;
        return Raised(pattern, ordinal).Replace("{name}", shape, StringComparison.Ordinal);
    }

    private static string Raise(string number, int by) =>
        (long.Parse(number, CultureInfo.InvariantCulture) + by).ToString(
            "D" + number.Length.ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]{1,17}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
