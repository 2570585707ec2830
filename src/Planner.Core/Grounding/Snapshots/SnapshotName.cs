using System.Text.RegularExpressions;

namespace Planner.Core.Grounding.Snapshots;

/// <summary>
/// Where a snapshot is, as people write it: <c>blob:NAME</c> is one in the artifact container, anything else a file. A container
/// keeps them apart from plans, below <c>codebases/</c>.
/// </summary>
public static partial class SnapshotName
{
    /// <summary>How an archive's file name ends.</summary>
    public const string Extension = ".tar.gz";

    private const string Scheme = "blob:";

    /// <summary>How names may look, for messages.</summary>
    public const string Rule = "1 to 100 letters, digits, '-', '_' and '.', beginning with a letter or digit";

    /// <summary>The name in the container; null where a file is meant.</summary>
    public static string? InContainer(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..] : null;

    /// <summary>True for a name that a container takes.</summary>
    public static bool IsName(string name) => Shape().IsMatch(name) && !name.EndsWith('.');

    /// <summary>The blob of a name.</summary>
    public static string Blob(string name) => $"codebases/{name}{Extension}";

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
