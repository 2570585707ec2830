using System.Text.Json;

namespace Planner.Integrations.Jira;

/// <summary>Reading JSON of others: what is absent or of another kind is empty, never an error.</summary>
internal static class JsonShapes
{
    public static string Text(this JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    public static JsonElement? Object(this JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement owner, string name) =>
        Member(owner, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    public static JsonElement? Member(this JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var member) ? member : null;
}
