using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Planner.Integrations.Jira;

/// <summary>A node of a document; anything that is not shaped like one is an empty node.</summary>
internal readonly record struct AdfNode(string Type, JsonElement Element)
{
    public static AdfNode Of(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? new(Text(element, "type"), element) : new("", default);

    /// <summary>Children; bare strings among them count as text.</summary>
    public IEnumerable<AdfNode> Content =>
        Member("content") is { ValueKind: JsonValueKind.Array } content
            ? content.EnumerateArray().Select(Of).Where(c => c.Element.ValueKind == JsonValueKind.Object)
            : [];

    public IEnumerable<AdfNode> Marks =>
        Member("marks") is { ValueKind: JsonValueKind.Array } marks ? marks.EnumerateArray().Select(Of) : [];

    public string OwnText => Text(Element, "text");

    public bool HasContent => Member("content") is { ValueKind: JsonValueKind.Array };

    /// <summary>An attribute as text; numbers as they are written; empty where it is absent.</summary>
    public string Attribute(string name) =>
        Member("attrs") is { ValueKind: JsonValueKind.Object } attributes ? Text(attributes, name) : "";

    public int? Number(string name) =>
        int.TryParse(Attribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A member of an attribute that is itself an object, like the data of a card.</summary>
    public string Attribute(string name, string member) =>
        Member("attrs") is { ValueKind: JsonValueKind.Object } attributes
            && attributes.TryGetProperty(name, out var inner)
            && inner.ValueKind == JsonValueKind.Object
            ? Text(inner, member)
            : "";

    /// <summary>All text below, in order; does not recurse, so depth costs nothing.</summary>
    public string PlainText()
    {
        var text = new StringBuilder();
        var open = new Stack<AdfNode>([this]);
        while (open.TryPop(out var node))
        {
            text.Append(node.Type == "hardBreak" ? "\n" : node.OwnText);
            foreach (var child in node.Content.Reverse())
            {
                open.Push(child);
            }
        }

        return text.ToString();
    }

    private JsonElement? Member(string name) =>
        Element.ValueKind == JsonValueKind.Object && Element.TryGetProperty(name, out var member) ? member : null;

    private static string Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var member)
        ? member.ValueKind switch
        {
            JsonValueKind.String => member.GetString()!,
            JsonValueKind.Number => member.GetRawText(),
            _ => "",
        }
        : "";
}
