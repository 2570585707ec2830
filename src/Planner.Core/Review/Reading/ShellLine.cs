using System.Text.RegularExpressions;

namespace Planner.Core.Review.Reading;

/// <summary>Reads a line as a shell does, as far as words, quotes and the signs between commands go; nothing is expanded or run.</summary>
internal static partial class ShellLine
{
    private const string Piece = """\\.|"(\\.|[^"\\])*"|'[^']*'|\$\([^()]*\)|[^\s"'\\|&;<>()""";

    /// <summary>
    /// The simple commands of the line, each with its words, without quotes; null where a shell would refuse the line: an open
    /// quote or bracket, or a sign with nothing to join.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Read(string line)
    {
        if (Tokens(line) is not { } tokens)
        {
            return null;
        }

        var commands = new List<List<string>> { new() };
        var awaits = false;
        foreach (var token in tokens)
        {
            if (token[0] is not ('|' or '&' or ';' or '<' or '>'))
            {
                commands[^1].AddRange(awaits ? [] : [Quotes().Replace(token, "")]);
                awaits = false;
            }
            else if (awaits || commands[^1].Count == 0)
            {
                return null;
            }
            else if (token[0] is '<' or '>')
            {
                awaits = true;
            }
            else
            {
                commands.Add([]);
            }
        }

        return awaits || commands[^1].Count == 0 ? null : commands;
    }

    /// <summary>Null where something of the line is no token.</summary>
    private static List<string>? Tokens(string line)
    {
        var (tokens, at) = (new List<string>(), 0);
        foreach (Match match in Token().Matches(line))
        {
            if (!string.IsNullOrWhiteSpace(line[at..match.Index]))
            {
                break;
            }

            tokens.Add(match.Value);
            at = match.Index + match.Length;
        }

        var rest = line[at..].TrimStart();
        return rest.Length > 0 && rest[0] != '#' || line.Count(c => c == '`') % 2 > 0 ? null : tokens;
    }

    [GeneratedRegex($@"\|\||&&|>>|[|&;<>]|({Piece}#])({Piece}])*", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex("""["'\\]""", RegexOptions.NonBacktracking)]
    private static partial Regex Quotes();
}
