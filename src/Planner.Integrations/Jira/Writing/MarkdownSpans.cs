using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Planner.Integrations.Jira.Writing;

/// <summary>What stands in a line of Markdown. Only addresses of the web and of mail are live; markup of HTML is text.</summary>
internal static partial class MarkdownSpans
{
    /// <summary>The scheme of links that mention a person: <c>[@Ann](mention:ACCOUNT)</c>.</summary>
    public const string MentionScheme = "mention:";

    public static IReadOnlyList<Span> Read(ContainerInline? line)
    {
        var spans = new List<Span>();
        if (line is not null)
        {
            Add(line, Marks.None, null, spans);
        }

        return Lozenges.In(Tidy(spans));
    }

    /// <summary>Without line breaks, as headings want it.</summary>
    public static IReadOnlyList<Span> Line(ContainerInline? line) =>
        Tidy([.. Read(line).Select(s => s is Span.Break ? new Span.Text(" ", Marks.None) : s)]);

    /// <summary>Text of several lines that means nothing but itself.</summary>
    public static IReadOnlyList<Span> Lines(string text) => Tidy([.. Clean(text).Trim('\n').Split('\n')
        .SelectMany((l, i) => i == 0 ? new Span[] { new Span.Text(l, Marks.None) } : [new Span.Break(), new Span.Text(l, Marks.None)])]);

    public static IReadOnlyList<Span> Strong(IReadOnlyList<Span> spans) =>
        [.. spans.Select(s => s is Span.Text text ? text with { Marks = text.Marks | Marks.Strong } : s)];

    /// <summary>Without characters that no page shows.</summary>
    public static string Clean(string text) =>
        new([.. text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || (!char.IsControl(c) && c is not '\uFFFE' and not '\uFFFF'))]);

    private static void Add(Inline inline, Marks marks, string? link, List<Span> spans)
    {
        switch (inline)
        {
            case LiteralInline text: Put(text.Content.ToString()); break;
            case HtmlEntityInline entity: Put(entity.Transcoded.ToString()); break;
            case CodeInline code: spans.Add(new Span.Code(Clean(code.Content), link)); break;
            case LineBreakInline: spans.Add(new Span.Break()); break;
            case HtmlInline html when LineBreak().IsMatch(html.Tag): spans.Add(new Span.Break()); break;
            case HtmlInline html: Put(html.Tag); break;
            case AutolinkInline address: Put(address.Url, Live(address.IsEmail ? "mailto:" + address.Url : address.Url)); break;
            case LinkInline target: AddLink(target, marks, link, spans); break;
            case EmphasisInline emphasis: Children(emphasis, marks | Mark(emphasis)); break;
            case TaskList: break;
            case DelimiterInline delimiter: Put(delimiter.ToLiteral()); Children(delimiter, marks); break;
            case ContainerInline container: Children(container, marks); break;
        }

        void Put(string text, string? target = null) => spans.Add(new Span.Text(Clean(text), marks, target ?? link));

        void Children(ContainerInline container, Marks with)
        {
            foreach (var child in container)
            {
                Add(child, with, link, spans);
            }
        }
    }

    private static void AddLink(LinkInline target, Marks marks, string? outer, List<Span> spans)
    {
        var address = target.Url ?? "";
        if (address.StartsWith(MentionScheme, StringComparison.Ordinal) && PersonId().IsMatch(address[MentionScheme.Length..]))
        {
            spans.Add(new Span.Mention(address[MentionScheme.Length..], Plain(target).TrimStart('@')));
            return;
        }

        var live = Live(address);
        var before = spans.Count;
        foreach (var child in target)
        {
            Add(child, marks, live ?? outer, spans);
        }

        if (spans.Count == before)
        {
            spans.Add(new Span.Text(Clean(address), marks, live ?? outer));
        }
        else if (live is null && address.Length > 0)
        {
            spans.Add(new Span.Text($" ({Clean(address)})", marks, outer));
        }
    }

    private static string Plain(ContainerInline container) =>
        string.Concat(container.Descendants<LiteralInline>().Select(l => l.Content.ToString()));

    private static Marks Mark(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', 2) => Marks.Strike,
        ('*' or '_', 2) => Marks.Strong,
        ('*' or '_', _) => Marks.Em,
        _ => Marks.None,
    };

    private static string? Live(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" && address.Length <= 2000 ? uri.AbsoluteUri : null;

    /// <summary>Neighbours that look alike become one; nothing is empty; no break stands at either end.</summary>
    private static List<Span> Tidy(List<Span> spans)
    {
        var tidy = new List<Span>();
        foreach (var span in spans.Where(s => s is not (Span.Text { Value.Length: 0 } or Span.Code { Value.Length: 0 })))
        {
            if (span is Span.Text text && tidy.LastOrDefault() is Span.Text last && last.Marks == text.Marks && last.Link == text.Link)
            {
                tidy[^1] = last with { Value = last.Value + text.Value };
            }
            else
            {
                tidy.Add(span);
            }
        }

        while (tidy.LastOrDefault() is Span.Break)
        {
            tidy.RemoveAt(tidy.Count - 1);
        }

        return [.. tidy.SkipWhile(s => s is Span.Break)];
    }

    [GeneratedRegex(@"\A<br\s*/?>\z", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"\A[A-Za-z0-9:._@%-]{1,128}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PersonId();
}
