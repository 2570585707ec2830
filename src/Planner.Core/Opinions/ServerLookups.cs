namespace Planner.Core.Opinions;

/// <summary>What a model looked up with tools of servers besides the code base.</summary>
/// <param name="Answered">Tools that gave something, as <c>server/tool</c>, each once, sorted. Evidence may cite them.</param>
/// <param name="Missing">What was not to be had, a sentence each, sorted.</param>
public sealed record ServerLookups(IReadOnlyList<string> Answered, IReadOnlyList<string> Missing)
{
    private const string Prefix = "mcp:";

    /// <summary>How evidence names a tool.</summary>
    public static string Citation(string server, string tool) => $"{Prefix}{server}/{tool}";

    /// <summary>True for evidence that names a tool, whether it was asked or not.</summary>
    public static bool IsCitation(string evidence) => evidence.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Both together; null where neither is there.</summary>
    public static ServerLookups? Of(IEnumerable<ServerLookups?> lookups)
    {
        var all = lookups.OfType<ServerLookups>().ToList();
        return all.Count == 0 ? null : new ServerLookups(Sorted(all.SelectMany(l => l.Answered)), Sorted(all.SelectMany(l => l.Missing)));
    }

    /// <summary>True where evidence names a tool that gave something.</summary>
    public bool Holds(string evidence) => IsCitation(evidence) && Answered.Contains(evidence[Prefix.Length..], StringComparer.Ordinal);

    private static IReadOnlyList<string> Sorted(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
