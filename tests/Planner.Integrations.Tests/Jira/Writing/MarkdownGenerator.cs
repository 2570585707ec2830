using System.Text;

namespace Planner.Integrations.Tests.Jira.Writing;

/// <summary>Documents by chance, the same for the same seed.</summary>
internal sealed class MarkdownGenerator(int seed)
{
    private static readonly string[] Words =
        ["return", "order", "größe", "日本", "API", "T001", "SHOP-101", "3", "hours", "PROVISIONAL", "src/Orders.cs", "a", "&amp;", "😀", "x_y"];
    private static readonly string[] Nasty =
    [
        "{code}", "{quote}", "[~admin]", "[x|javascript:alert(1)]", "!pixel.png!", "{{", "}}", "\\", "\\\\", "**", "*", "_", "`", "``", "~~", "|", "||",
        "<script>", "<br>", "<b>", "&#123;", "&lt;", "h1. ", "bq. ", "----",
        "- [ ] ", "1. ", "# ", "> ", "[a](b)", "[a](https://e.com)", "![i](https://e.com/i.png)", "<https://e.com>", "\t", "\u0000", "\u001b[31m", "\u202e",
        "\ud83d", ":)", "(!)", "??", "@here", "[@Ann](mention:5c5f88)", "\n", "\n\n", "| a | b |\n| --- | --- |\n| c |", "```\n", "    ",
    ];

    private readonly Random random = new(seed);

    /// <summary>Well-made Markdown of everything that comments use.</summary>
    public string Document()
    {
        var blocks = new List<string>();
        var wasList = false;
        for (var left = random.Next(1, 7); left > 0; left--)
        {
            // Two lists in a row are one list.
            var kind = random.Next(wasList ? 5 : 7);
            blocks.Add(Block(kind));
            wasList = kind >= 5;
        }

        return string.Join("\n\n", blocks) + "\n";
    }

    /// <summary>Anything at all.</summary>
    public string Rubbish()
    {
        var text = new StringBuilder();
        for (var left = random.Next(1, 60); left > 0; left--)
        {
            text.Append(random.Next(3) == 0 ? Pick(Words) + " " : Pick(Nasty));
        }

        return text.ToString();
    }

    /// <summary>One line of foreign text, to be put into a comment.</summary>
    public string Foreign() => string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => random.Next(2) == 0 ? Pick(Words) + " " : Pick(Nasty)));

    public int Next(int limit) => random.Next(limit);

    private string Block(int kind) => kind switch
    {
        0 => new string('#', random.Next(1, 7)) + " " + Words2(),
        1 => $"```{Pick(["", "csharp", "sql"])}\n{Words2()}\n  if (a < b) {{ *p = `x`; }}\n```",
        2 => Table(),
        3 => "> " + Line() + "\n>\n> " + Line(),
        4 => Line() + "\n" + Line(),
        5 => List(0, Pick(["- ", "1. "])),
        _ => $"- [x] {Line()}\n- [ ] {Line()}",
    };

    private string Table() =>
        $"| {Words2()} | {Words2()} |\n| --- | --- |\n"
            + string.Join('\n', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"| {Line()} | {(random.Next(4) == 0 ? "" : Line() + "<br>" + Line())} |"));

    private string List(int depth, string mark)
    {
        var lines = new List<string>();
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            lines.Add(mark + Line());
            if (depth < 2 && random.Next(3) == 0)
            {
                lines.Add(Indented(List(depth + 1, "- "), mark.Length));
            }
        }

        return string.Join('\n', lines);
    }

    private static string Indented(string text, int width) => string.Join('\n', text.Split('\n').Select(l => new string(' ', width) + l));

    private string Line() => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(6) switch
    {
        0 => $"**{Plain()}**",
        1 => $"*{Plain()}*",
        2 => $"`{Plain()}`",
        3 => $"[{Plain()}](https://example.com/{random.Next(9)})",
        _ => Pick(Words),
    }));

    private string Words2() => string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Plain()));

    private string Plain() => Pick(["return", "order", "größe", "日本", "API", "T001"]);

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
