using System.Text.Json;

namespace Planner.Integrations.LanguageModels.Chat;

/// <summary>What a content filter says: of a request with 400, of an answer beside it.</summary>
internal static class ContentFilter
{
    private const int MostCategories = 20;

    /// <summary>True where a refusal (400) means that the filter held the request back.</summary>
    public static bool HoldsBack(JsonElement error) =>
        error.Text("code") == "content_filter" || (error.Field("innererror") ?? default).Text("code") == "ResponsibleAIPolicyViolation";

    /// <summary>The categories of a request that was held back.</summary>
    public static IReadOnlyList<string> CategoriesOf(JsonElement error) =>
        Categories((error.Field("innererror") ?? default).Field("content_filter_result") ?? error.Field("content_filter_result"));

    /// <summary>Those that hold something back, sorted; none where the service names none.</summary>
    public static IReadOnlyList<string> Categories(JsonElement? results) => results is { ValueKind: JsonValueKind.Object } named
        ? [.. named.EnumerateObject().Where(c => IsHeldBack(c.Value)).Select(c => Name(c.Name)).Distinct().Order(StringComparer.Ordinal).Take(MostCategories)]
        : [];

    // {"filtered": true, "severity": "high"}, or {"filtered": true, "detected": true}.
    private static bool IsHeldBack(JsonElement category) => category.Field("filtered") is { ValueKind: JsonValueKind.True };

    private static string Name(string name) => string.Concat(name.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
}
