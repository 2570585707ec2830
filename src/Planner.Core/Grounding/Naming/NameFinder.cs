using System.Text.RegularExpressions;

namespace Planner.Core.Grounding.Naming;

/// <summary>Finds what looks like names of things in code: in inline code, code blocks, tables and plain text.</summary>
internal static partial class NameFinder
{
    private const int Most = 400;

    public static IReadOnlyList<FoundName> Find(TicketLines text) => [.. text.Lines.SelectMany(Find).Take(Most)];

    public static IEnumerable<FoundName> Find(TicketLine line)
    {
        var taken = new bool[line.Text.Length];
        var found = new List<FoundName>();
        if (line.Fence is null)
        {
            foreach (Match code in InlineCode().Matches(line.Text))
            {
                found.AddRange(Marked(code.Groups["code"], line));
                Take(taken, code.Index, code.Length);
            }
        }

        found.AddRange(Plain(line, taken));
        return found.Where(f => f.Shape == NameShape.Endpoint || !line.IsLog).OrderBy(f => f.At);
    }

    private static IEnumerable<FoundName> Marked(Group code, TicketLine line)
    {
        var whole = code.Value.Trim();
        if (Endpoint().Match(whole) is { Success: true, Index: 0 } endpoint)
        {
            return [new FoundName(Trimmed(endpoint.Value), NameShape.Endpoint, line, code.Index, IsMarked: true)];
        }

        if (Route().IsMatch(whole))
        {
            return [new FoundName(whole, NameShape.Endpoint, line, code.Index, IsMarked: true)];
        }

        if (whole.Contains('*', StringComparison.Ordinal) && !whole.Contains(' ', StringComparison.Ordinal))
        {
            // A pattern stands for many files; none is called so.
            return [];
        }

        var bare = Bare(whole);
        if (!bare.Contains(' ', StringComparison.Ordinal))
        {
            var isFolder = bare.Contains('/', StringComparison.Ordinal) && FolderPath().IsMatch(bare);
            return (isFolder ? NameShape.Path : ShapeOf(bare)) is { } shape ? [new FoundName(bare, shape, line, code.Index, IsMarked: true)] : [];
        }

        var space = whole.IndexOf(' ', StringComparison.Ordinal);
        if (Word().IsMatch(whole[..space]) && StatedType.At(whole[space..]) is not null)
        {
            return [new FoundName(whole[..space], NameShape.Word, line, code.Index, IsMarked: true)];
        }

        // Several words are a command, a signature or SQL: the names inside count as in plain text.
        return Identifier().Matches(code.Value)
            .Select(m => (m, ShapeOf(Bare(m.Value))))
            .Where(p => p.Item2 is NameShape.Dotted or NameShape.Pascal or NameShape.Snake or NameShape.Path)
            .Select(p => new FoundName(Bare(p.m.Value), p.Item2!.Value, line, code.Index + p.m.Index, IsMarked: false));
    }

    private static IEnumerable<FoundName> Plain(TicketLine line, bool[] taken)
    {
        foreach (Match endpoint in Endpoint().Matches(line.Text))
        {
            if (!taken[endpoint.Index])
            {
                Take(taken, endpoint.Index, endpoint.Length);
                yield return new FoundName(Trimmed(endpoint.Value), NameShape.Endpoint, line, endpoint.Index, IsMarked: false);
            }
        }

        foreach (Match match in Identifier().Matches(line.Text))
        {
            var name = Bare(match.Value);
            if (!taken[match.Index] && ShapeOf(name) is { } shape && shape is not (NameShape.Word or NameShape.Endpoint))
            {
                yield return new FoundName(name, shape, line, match.Index, IsMarked: false);
            }
        }
    }

    private static void Take(bool[] taken, int at, int length) => taken.AsSpan(at, length).Fill(true);

    private static string Trimmed(string endpoint) => Blank().Replace(MethodEnd().Replace(endpoint, " ").TrimEnd('.', ',', ';', ':', ')', '/', '?'), " ");

    /// <summary>Without call parentheses, type arguments, line numbers and punctuation around it.</summary>
    private static string Bare(string name)
    {
        var end = name.AsSpan().IndexOfAny("(<");
        var bare = (end > 0 ? name[..end] : name).Trim('.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '[', ']', '*', '@');
        var colon = bare.LastIndexOf(':');
        return colon > 0 && bare.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? bare[..colon] : bare;
    }

    public static NameShape? ShapeOf(string name)
    {
        if (name.Length is < 2 or > 200 || !name.Any(char.IsLetter))
        {
            return null;
        }

        if (Route().IsMatch(name))
        {
            return NameShape.Endpoint;
        }

        if (FilePath().IsMatch(name))
        {
            return NameShape.Path;
        }

        return Dotted().IsMatch(name) ? NameShape.Dotted
            : Pascal().IsMatch(name) ? NameShape.Pascal
            : Snake().IsMatch(name) ? NameShape.Snake
            : Camel().IsMatch(name) ? NameShape.Camel
            : Word().IsMatch(name) ? NameShape.Word
            : null;
    }

    [GeneratedRegex("`(?<code>[^`]{1,300})`", RegexOptions.NonBacktracking)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b\]?:?\s+/[A-Za-z0-9_\-/{}:.*?=&]*", RegexOptions.NonBacktracking)]
    private static partial Regex Endpoint();

    [GeneratedRegex(@"\]?:?\s+(?=/)")]
    private static partial Regex MethodEnd();

    [GeneratedRegex(@"\A/[a-z0-9_\-{}:/]+\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Route();

    [GeneratedRegex(@"[A-Za-z_@./][A-Za-z0-9_./\\\-<>()]*[A-Za-z0-9_)>]", RegexOptions.NonBacktracking)]
    private static partial Regex Identifier();

    [GeneratedRegex(
        @"\A\.{0,2}(?:[\w.{}\-]*/[\w./{}\-]*\w\.[A-Za-z][A-Za-z0-9]{0,6}|[\w.\-]+\.(?:cs|csproj|sln|slnx|sql|json|ya?ml|md|tsx?|jsx?|razor|cshtml|ps1|sh|xml"
            + @"|props|targets|proto|bicep|tf)|[\w.{}\-]+/[\w.{}\-]+(?:/[\w.{}\-]+)+/?)\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex FilePath();

    [GeneratedRegex(@"\A\w[\w.-]*(?:/[\w.-]+)+/?\z", RegexOptions.NonBacktracking)]
    private static partial Regex FolderPath();

    [GeneratedRegex(@"\A[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\A[A-Z][a-z0-9]*(?:[A-Z]+[a-z0-9]+)+[A-Z]*\z|\A[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pascal();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(?:_[a-z0-9]+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Snake();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(?:[A-Z][A-Za-z0-9]*)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Camel();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
