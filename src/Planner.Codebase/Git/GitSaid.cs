using Planner.Core.Text.Secrets;

namespace Planner.Codebase.Git;

/// <summary>Why git failed, from what it says.</summary>
/// <param name="Line">One line for people.</param>
internal abstract record GitSaid(string Line)
{
    private const int Longest = 300;

    private static readonly string[] Refusals =
    [
        "authentication failed", "could not read username", "could not read password", "error: 401", "error: 403", "error: 404", "http 401", "http 403",
        "permission denied", "access denied", "host key verification failed", "repository not found",
    ];

    /// <summary>The host does not let us in, or hides what is there.</summary>
    public sealed record Refused(string Line) : GitSaid(Line);

    /// <summary>The repository has no such branch.</summary>
    public sealed record NothingThere(string Line) : GitSaid(Line);

    /// <summary>Anything else; it may pass.</summary>
    public sealed record Other(string Line) : GitSaid(Line);

    public static GitSaid Of(string errors)
    {
        var line = Short(errors);
        return errors.Trim().Length == 0 || errors.Contains("couldn't find remote ref", StringComparison.OrdinalIgnoreCase) ? new NothingThere(line)
            : Refusals.Any(r => errors.Contains(r, StringComparison.OrdinalIgnoreCase)) ? new Refused(line)
            : new Other(line);
    }

    /// <summary>The first line that says what is fatal, else the last one.</summary>
    private static string Short(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var line = lines.FirstOrDefault(l => l.StartsWith("fatal:", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "git said nothing";
        var clean = string.Concat(Redaction.Of(line).Where(c => !char.IsControl(c))).TrimEnd('.');
        return clean.Length <= Longest ? clean : clean[..(Longest - 1)] + "…";
    }
}
