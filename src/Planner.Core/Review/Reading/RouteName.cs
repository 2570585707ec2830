using System.Text.RegularExpressions;

namespace Planner.Core.Review.Reading;

/// <summary>Endpoints as routing compares them.</summary>
internal static partial class RouteName
{
    /// <summary>The name of a route's parameter makes no other route, nor do capitals or a slash at the end.</summary>
    public static string Folded(string endpoint) => Parameter().Replace(endpoint.TrimEnd('/'), "{}").ToUpperInvariant();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
