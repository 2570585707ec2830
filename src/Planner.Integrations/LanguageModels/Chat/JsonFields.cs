using System.Text.Json;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>Looks into JSON of strangers: what is missing or of another kind is empty, and nothing throws.</summary>
internal static class JsonFields
{
    /// <summary>A field that is there and not null.</summary>
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null ? field : null;

    /// <summary>A field's text; empty where it has none.</summary>
    public static string Text(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.String } field && field.IsText() ? field.GetString()! : "";

    /// <summary>A field's entries; none where it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A field's count of something: 0 or more.</summary>
    public static long Count(this JsonElement element, string name) =>
        element.Field(name) is { ValueKind: JsonValueKind.Number } field && field.TryGetInt64(out var count) ? Math.Max(0, count) : 0;

    /// <summary>False where some text within holds half of a surrogate pair, which cannot be read.</summary>
    public static bool IsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(p => p.Value.IsText()),
        JsonValueKind.Array => element.EnumerateArray().All(IsText),
        JsonValueKind.String => IsReadable(element),
        _ => true,
    };

    private static bool IsReadable(JsonElement text)
    {
        try
        {
            return text.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
