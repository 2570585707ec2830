using System.Reflection;

namespace Planner.Core.Specialists;

/// <summary>The specialists that come with the product.</summary>
public static class SpecialistLibrary
{
    private const string Prefix = "specialists/";

    /// <summary>All built-in specialists, sorted by name.</summary>
    public static IReadOnlyList<SpecialistDefinition> BuiltIn()
    {
        var assembly = typeof(SpecialistLibrary).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n => SpecialistFile.Parse(Text(assembly, n), n) with { IsBuiltIn = true })];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
