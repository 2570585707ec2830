using System.Text.RegularExpressions;
using Planner.Core.Tickets;

namespace Planner.Core.Artifacts;

/// <summary>What may become part of a path in a store. Every store asks here first, so that all of them refuse the same.</summary>
public static partial class ArtifactPath
{
    /// <summary>Longest path and longest run id, in characters.</summary>
    public const int MaxLength = 200;

    private const string Forbidden = "\\:*?\"<>|";

    /// <summary>The folder of a ticket: <c>JIRA-{KEY}</c>.</summary>
    /// <exception cref="ArtifactPathException">The key is no ticket key.</exception>
    public static string OfTicket(string ticket) =>
        TicketKey.IsValid(ticket) ? "JIRA-" + ticket : throw new ArtifactPathException($"'{Shown(ticket)}' is no ticket key.");

    /// <summary>The run id itself, when it can be a folder's name.</summary>
    /// <exception cref="ArtifactPathException">It cannot.</exception>
    public static string OfRun(string runId) => IsRun(runId) ? runId : throw new ArtifactPathException($"'{Shown(runId)}' is no run id.");

    /// <summary>True where <see cref="OfRun"/> takes it.</summary>
    public static bool IsRun(string? runId) => runId is { Length: > 0 and <= MaxLength } && RunShape().IsMatch(runId);

    /// <summary>The path itself, when it is relative, with forward slashes, without hidden, parent or unportable names.</summary>
    /// <exception cref="ArtifactPathException">It is not.</exception>
    public static string OfFile(string path) =>
        IsFile(path) ? path : throw new ArtifactPathException($"'{Shown(path)}' is no path inside the store.");

    /// <summary>True where <see cref="OfFile"/> takes it.</summary>
    public static bool IsFile(string? path) => path is { Length: > 0 and <= MaxLength } && path.Split('/').All(IsName);

    /// <summary>The path of a document that tickets share; it never reaches into a ticket's folder.</summary>
    /// <exception cref="ArtifactPathException">It does, or is no path.</exception>
    public static string OfShared(string path) =>
        OfFile(path).StartsWith("JIRA-", StringComparison.OrdinalIgnoreCase) ? throw new ArtifactPathException($"'{Shown(path)}' belongs to a ticket.") : path;

    private static bool IsName(string name) =>
        name.Length > 0
        && name[0] is not ('.' or ' ')
        && name[^1] is not ('.' or ' ')
        && !name.Any(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal));

    private static string Shown(string? text) =>
        new((text ?? "").Take(60).Select(c => char.IsControl(c) ? '?' : c).ToArray());

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9_~-]|\.[A-Za-z0-9_~-])*\z", RegexOptions.NonBacktracking)]
    private static partial Regex RunShape();
}
