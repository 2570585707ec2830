using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Test frameworks by their packages.</summary>
internal static class TestFrameworks
{
    private static readonly (string Prefix, string Name)[] Known =
    [
        ("xunit", "xunit"), ("NUnit", "nunit"), ("MSTest", "mstest"), ("TUnit", "tunit"), ("Microsoft.NET.Test.Sdk", ""),
    ];

    public static bool IsOne(string package) => Known.Any(k => package.StartsWith(k.Prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one that most projects use.</summary>
    public static string? MostUsed(IEnumerable<ProjectFact> projects) => projects
        .SelectMany(p => p.Packages.SelectMany(NameOf).Distinct(StringComparer.Ordinal))
        .GroupBy(n => n, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Key)
        .FirstOrDefault();

    private static IEnumerable<string> NameOf(string package) =>
        Known.Where(k => k.Name.Length > 0 && package.StartsWith(k.Prefix, StringComparison.OrdinalIgnoreCase)).Select(k => k.Name);
}
