using System.Text.RegularExpressions;

namespace Planner.Codebase.Git;

/// <summary>Addresses of repositories that may be cloned: https and ssh, without secrets in them.</summary>
internal static partial class GitAddress
{
    private const string Forms = "give https://HOST/PATH, ssh://USER@HOST/PATH or USER@HOST:PATH";

    /// <summary>What is wrong with an address, as the end of a sentence that does not repeat it; null where it may be used.</summary>
    public static string? Fault(string address)
    {
        if (address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return $"holds blanks or line ends: {Forms}";
        }

        if (ShortSsh().IsMatch(address))
        {
            return null;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "ssh") || uri.Host.Length == 0 || uri.AbsolutePath.Length < 2)
        {
            return $"is no address that is cloned: {Forms}";
        }

        return uri.UserInfo.Contains(':', StringComparison.Ordinal) ? "holds a password: give it in Token, and the address without it"
            : uri.Query.Length + uri.Fragment.Length > 0 ? "holds a query: give the address without what follows '?' or '#'"
            : uri.Host.StartsWith('-') || uri.UserInfo.StartsWith('-') ? $"is no address that is cloned: {Forms}"
            : null;
    }

    public static bool IsHttps(string address) => address.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>As git takes names of branches, without those that could be read as something else.</summary>
    public static bool IsBranch(string name) =>
        BranchShape().IsMatch(name) && !name.StartsWith("refs/", StringComparison.Ordinal)
        && !name.Contains("..", StringComparison.Ordinal)
        && !name.Contains("//", StringComparison.Ordinal) && !name.Contains("/.", StringComparison.Ordinal)
        && name[^1] is not ('/' or '.') && !name.EndsWith(".lock", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*:[A-Za-z0-9._~/][A-Za-z0-9._~/+-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex ShortSsh();

    [GeneratedRegex(@"\A[\p{L}\p{N}_][\p{L}\p{N}._/#@+=-]{0,199}\z", RegexOptions.NonBacktracking)]
    private static partial Regex BranchShape();
}
