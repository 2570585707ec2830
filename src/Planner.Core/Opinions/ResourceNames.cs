using System.Text.RegularExpressions;

namespace Planner.Core.Opinions;

/// <summary>Names of things in the one spelling by which they are compared.</summary>
internal static partial class ResourceNames
{
    /// <summary>As PostgreSQL compares them: names that are not quoted are folded, and <c>public</c> goes without saying.</summary>
    public static string Sql(string name)
    {
        var folded = name.Trim().Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant();
        return folded.StartsWith("public.", StringComparison.Ordinal) ? folded["public.".Length..] : folded;
    }

    /// <summary>Method in upper case, route in lower case without its last slash; every parameter is <c>{}</c>.</summary>
    public static string Endpoint(string name)
    {
        var parts = name.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var route = Parameter().Replace(parts[^1], "{}").ToLowerInvariant().TrimEnd('/');
        return parts.Length < 2 ? route : $"{parts[0].ToUpperInvariant()} {route}";
    }

    /// <summary>Forward slashes, without <c>./</c> before and doubled slashes between.</summary>
    public static string Path(string path)
    {
        var forward = Slashes().Replace(path.Trim().Replace('\\', '/'), "/");
        return forward.StartsWith("./", StringComparison.Ordinal) ? forward[2..] : forward;
    }

    [GeneratedRegex(@"\{[^{}/]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    [GeneratedRegex("/{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();
}
