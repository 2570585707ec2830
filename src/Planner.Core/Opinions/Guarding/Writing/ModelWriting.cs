using System.Text.Json.Nodes;
using Planner.Core.Text;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>Cleans all texts of a value that a model wrote: after it, nothing in them leads anywhere, runs, or hides.</summary>
internal static class ModelWriting
{
    // Commands go first, with the addresses that they hold.
    private static readonly IWritingRule[] Rules = [new HiddenSignRule(), new ReplyRule(), new CommandRule(), new MarkupRule(), new LinkRule()];

    // Not written by the model, or held against what is there by a rule of its own.
    private static readonly HashSet<string> Passed = new(
        ["provenance", "ledger", "findings", "read", "path", "file", "upPath", "downPath", "verification", "id", "specialist", "quote"],
        StringComparer.Ordinal);

    /// <summary>One sentence for readers, which repeats nothing of what was taken out.</summary>
    public static string Told(string place, string what) => $"The model wrote {what}; it was taken out of its {place}.";

    /// <summary>One text.</summary>
    public static string Clean(string text, KnownWriting known, Action<string> takenOut) =>
        Rules.Aggregate(text, (cleaned, rule) => rule.Clean(cleaned, known, takenOut));

    /// <summary>A value with every text in it clean; the value itself where all were.</summary>
    /// <param name="value">As it was made of what a model wrote.</param>
    /// <param name="known">What it may name.</param>
    /// <param name="takenOut">Told where a text stands, as an id or the name of a field, and what was taken out.</param>
    public static T Clean<T>(T value, KnownWriting known, Action<string, string> takenOut)
    {
        var changed = false;
        var whole = JsonNode.Parse(PlanJson.Content(value))!.AsObject();
        var node = new JsonObject(whole.Select(p => KeyValuePair.Create(p.Key, Field(p.Key, p.Value, p.Key))));
        return changed ? PlanJson.Read<T>(node.ToJsonString(PlanJson.Options)) : value;

        JsonNode? Field(string name, JsonNode? part, string place) => Passed.Contains(name) ? part?.DeepClone() : Each(part, place);

        JsonNode? Each(JsonNode? part, string place) => part switch
        {
            JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Field(p.Key, p.Value, Id(o) ?? place)))),
            JsonArray a => new JsonArray([.. a.Select(i => Each(i, place))]),
            JsonValue v when v.TryGetValue<string>(out var text) => Text(text, place),
            _ => part?.DeepClone(),
        };

        JsonNode Text(string text, string place)
        {
            var cleaned = Clean(text, known, what => takenOut(place, what));
            changed |= cleaned != text;
            return JsonValue.Create(cleaned);
        }
    }

    /// <summary>An option of a decision has a letter; what stands under it is told under the decision.</summary>
    private static string? Id(JsonObject o) => o["id"] is JsonValue v && v.TryGetValue<string>(out var id) && id.Length > 1 ? id : null;
}
