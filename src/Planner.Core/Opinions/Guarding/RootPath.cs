namespace Planner.Core.Opinions.Guarding;

/// <summary>Which texts are paths inside a root: relative, without parent folders, drives and control characters.</summary>
internal static class RootPath
{
    private const int Longest = 400;

    public static bool IsInside(string path) =>
        path.Length is > 0 and <= Longest && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && path.Split('/').All(IsName);

    private static bool IsName(string name) => name.Length > 0 && name.Trim() is not ("" or "." or "..") && !name.Any(char.IsControl);
}
