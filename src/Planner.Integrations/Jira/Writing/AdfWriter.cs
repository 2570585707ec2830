using System.Globalization;
using System.Text.Json.Nodes;

namespace Planner.Integrations.Jira.Writing;

/// <summary>Blocks as Atlassian's document format, valid by its schema whatever the blocks hold.</summary>
internal static class AdfWriter
{
    public static JsonObject Write(IReadOnlyList<IBlock> blocks)
    {
        var tasks = new TaskNumbers();
        return new JsonObject
        {
            ["type"] = "doc",
            ["version"] = 1,
            ["content"] = Nodes(blocks, b => Block(b, tasks)),
        };
    }

    private static JsonObject Block(IBlock block, TaskNumbers tasks) => block switch
    {
        Paragraph text => Node("paragraph", Spans(text.Spans)),
        Heading heading => Node("heading", Spans(heading.Spans), new JsonObject { ["level"] = heading.Level }),
        CodeBlock code => Code(code),
        ListBlock list => List(list, tasks),
        TaskBlock boxes => Tasks(boxes, tasks),
        Quote quote => Node("blockquote", Filled(Nodes(quote.Content, b => Block(b, tasks)))),
        Rule => new JsonObject { ["type"] = "rule" },
        Table table => Node("table", Nodes([.. table.Lines.Where(l => l.Cells.Count > 0)], Row)),
        _ => throw new InvalidOperationException("The kinds of blocks are closed."),
    };

    private static JsonObject Code(CodeBlock code) => Node(
        "codeBlock",
        code.Code.Length == 0 ? [] : [new JsonObject { ["type"] = "text", ["text"] = code.Code }],
        code.Language.Length == 0 ? null : new JsonObject { ["language"] = code.Language });

    private static JsonObject List(ListBlock list, TaskNumbers tasks)
    {
        var items = Nodes(list.Items, i => Node("listItem", Nodes<IBlock>([i.First, .. i.Rest], b => Block(b, tasks))));
        return list.Start is { } start
            ? Node("orderedList", items, start == 1 ? null : new JsonObject { ["order"] = start })
            : Node("bulletList", items);
    }

    private static JsonObject Tasks(TaskBlock boxes, TaskNumbers tasks)
    {
        var list = new JsonObject { ["type"] = "taskList", ["attrs"] = new JsonObject { ["localId"] = tasks.Next() } };
        var content = new JsonArray();
        foreach (var box in boxes.Items)
        {
            content.Add(Node("taskItem", Spans(box.Spans), new JsonObject { ["localId"] = tasks.Next(), ["state"] = box.IsDone ? "DONE" : "TODO" }));
            if (box.Below is { } below)
            {
                content.Add(Tasks(below, tasks));
            }
        }

        list["content"] = content;
        return list;
    }

    private static JsonObject Row(TableLine line) =>
        Node("tableRow", Nodes(line.Cells, c => Node(line.IsHeader ? "tableHeader" : "tableCell", [Node("paragraph", Spans(c.Spans))])));

    private static JsonArray Spans(IReadOnlyList<Span> spans) =>
        Nodes([.. spans.Where(s => s is not (Span.Text { Value.Length: 0 } or Span.Code { Value.Length: 0 }))], Inline);

    private static JsonObject Inline(Span span) => span switch
    {
        Span.Text text => Text(text.Value, Marked(text.Marks, text.Link)),
        Span.Code code => Text(code.Value, [new JsonObject { ["type"] = "code" }, .. Linked(code.Link)]),
        Span.Break => new JsonObject { ["type"] = "hardBreak" },
        Span.Status status => new JsonObject { ["type"] = "status", ["attrs"] = new JsonObject { ["text"] = status.Value, ["color"] = Colour(status.Colour) } },
        Span.Mention person => new JsonObject { ["type"] = "mention", ["attrs"] = new JsonObject { ["id"] = person.Id, ["text"] = "@" + person.Name } },
        _ => throw new InvalidOperationException("The kinds of spans are closed."),
    };

    private static JsonObject Text(string value, List<JsonObject> marks)
    {
        var text = new JsonObject { ["type"] = "text", ["text"] = value };
        if (marks.Count > 0)
        {
            text["marks"] = new JsonArray([.. marks]);
        }

        return text;
    }

    private static List<JsonObject> Marked(Marks marks, string? link) =>
    [
        .. new[] { (Marks.Strong, "strong"), (Marks.Em, "em"), (Marks.Strike, "strike") }
            .Where(m => marks.HasFlag(m.Item1))
            .Select(m => new JsonObject { ["type"] = m.Item2 }),
        .. Linked(link),
    ];

    private static List<JsonObject> Linked(string? link) =>
        link is null ? [] : [new JsonObject { ["type"] = "link", ["attrs"] = new JsonObject { ["href"] = link } }];

    private static string Colour(StatusColour colour) => colour switch
    {
        StatusColour.Green => "green",
        StatusColour.Red => "red",
        _ => "yellow",
    };

    private static JsonObject Node(string type, JsonArray content, JsonObject? attributes = null)
    {
        var node = new JsonObject { ["type"] = type };
        if (attributes is not null)
        {
            node["attrs"] = attributes;
        }

        node["content"] = content;
        return node;
    }

    private static JsonArray Filled(JsonArray content) => content.Count > 0 ? content : [Node("paragraph", [])];

    private static JsonArray Nodes<T>(IReadOnlyList<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);

    /// <summary>Task lists need ids; the same text must give the same ones.</summary>
    private sealed class TaskNumbers
    {
        private int last;

        public string Next() => (++last).ToString(CultureInfo.InvariantCulture);
    }
}
