using System.Text.RegularExpressions;
using Planner.Core.Text.Words;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>
/// A model names no command that the code base does not have: people and agents run what a plan tells them to. A code span that begins
/// with a program, a call of a program that loads or runs things, and what is piped into a shell are commands.
/// </summary>
internal sealed partial class CommandRule : IWritingRule
{
    private const string Instead = "(command left out)";
    private const string What = "a command that the code base does not have";

    private static readonly HashSet<string> Programs = new(Vocabulary.Words("writing", "programs"), StringComparer.OrdinalIgnoreCase);

    private static readonly Regex Called = new(
        $@"(?<![\w`/.-])(?:{Any(Vocabulary.Words("writing", "loaders"))})\s+(?=[-""'$~/.\\]|[^\s`]{{0,80}}[./:\\@])[^\n`]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Piped = new(
        $@"(?m)^[^\n`]*\|[ \t]*(?:sudo[ \t]+)?(?:{Any(Vocabulary.Words("writing", "shells"))})\b[^\n`]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    public string Clean(string text, KnownWriting known, Action<string> takenOut)
    {
        if (known.Commands.Contains(text.Trim()))
        {
            return text;
        }

        var cleaned = Span().Replace(text, m => IsCommand(m.Groups["code"].Value.Trim(), known) ? Instead : m.Value);
        cleaned = Called.Replace(Piped.Replace(cleaned, m => Kept(m, known)), m => Kept(m, known));
        if (cleaned != text)
        {
            takenOut(What);
        }

        return cleaned;
    }

    private static bool IsCommand(string code, KnownWriting known)
    {
        var words = code.TrimStart('$', '>', ' ').Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && Programs.Contains(words[0]) && !known.Commands.Contains(code);
    }

    private static string Kept(Match match, KnownWriting known) => known.Commands.Contains(match.Value.Trim().TrimEnd('.')) ? match.Value : Instead;

    private static string Any(IEnumerable<string> words) =>
        string.Join('|', words.Select(w => Regex.Escape(w).Replace(@"\ ", @"\s+", StringComparison.Ordinal)));

    [GeneratedRegex(@"`(?<code>[^`\n]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Span();
}
