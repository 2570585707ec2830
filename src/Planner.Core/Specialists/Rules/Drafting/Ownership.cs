using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Drafting;

/// <summary>Who does a piece of work: the owner in CODEOWNERS, else a role.</summary>
internal static class Ownership
{
    public static string Of(Brief brief, string specialist, IReadOnlyList<string> paths) =>
        paths.Select(p => Owner(brief, p)).FirstOrDefault(o => o is not null) ?? Role(specialist);

    public static string Role(string specialist) => specialist switch
    {
        "database" => "Database engineer",
        "etl" => "Data engineer",
        "api" => "API engineer",
        "frontend" => "Front-end engineer",
        "security" => "Security engineer",
        "performance" => "Performance engineer",
        "testing" => "Test engineer",
        _ => "Backend engineer",
    };

    /// <summary>Of the lines of CODEOWNERS that fit, the last one counts.</summary>
    private static string? Owner(Brief brief, string path)
    {
        var line = brief.Grounding.Conventions.Owners.LastOrDefault(o => o.Owners.Count > 0 && Fits(o.Pattern, path));
        return line is null ? null : string.Join(", ", line.Owners);
    }

    private static bool Fits(string pattern, string path)
    {
        var plain = pattern.TrimStart('/').Replace("**", "*", StringComparison.Ordinal);
        return plain switch
        {
            "" or "*" => true,
            _ when plain.EndsWith("/*", StringComparison.Ordinal) => path.StartsWith(plain[..^1], StringComparison.Ordinal),
            _ when plain.EndsWith('/') => pattern.StartsWith('/') ? path.StartsWith(plain, StringComparison.Ordinal) : ("/" + path).Contains("/" + plain, StringComparison.Ordinal),
            _ when plain.StartsWith('*') => path.EndsWith(plain[1..], StringComparison.Ordinal),
            _ => path == plain || path.StartsWith(plain + "/", StringComparison.Ordinal),
        };
    }
}
