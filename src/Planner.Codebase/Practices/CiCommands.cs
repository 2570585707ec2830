using System.Text.RegularExpressions;

namespace Planner.Codebase.Practices;

/// <summary>
/// Finds the build and test commands that a pipeline runs. Only the known tools with plain arguments pass: they end up in tasks
/// that people and agents carry out, so nothing that a shell would expand or chain may be in them.
/// </summary>
internal static partial class CiCommands
{
    private const int Most = 20;

    public static IReadOnlyList<string> Read(string text) =>
        [.. text.Split('\n')
            .Where(l => !l.TrimStart().StartsWith('#'))
            .SelectMany(l => Command().Matches(l))
            .Select(m => Tidy(m.Groups["command"].Value))
            .Where(IsPlain)
            .Distinct(StringComparer.Ordinal)
            .Take(Most)];

    private static string Tidy(string command)
    {
        var end = command.IndexOf(" #", StringComparison.Ordinal);
        return Blanks().Replace(end < 0 ? command : command[..end], " ").Trim(' ', '\\', '\r', '"', '\'');
    }

    private static bool IsPlain(string command) => command.AsSpan().IndexOfAnyExcept(Plain) < 0;

    private static readonly System.Buffers.SearchValues<char> Plain =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_./:=\"',+");

    [GeneratedRegex(
        @"(?:^|[\s""'(&;|])(?<command>(?:dotnet +(?:build|test|format)|npm +(?:test|ci|run +[a-z:-]+))(?: +[^&|;<>]*)?)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Command();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
