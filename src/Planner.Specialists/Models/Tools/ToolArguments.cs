using System.Text.Json;
using Planner.Core.Text.Paths;

namespace Planner.Specialists.Models.Tools;

/// <summary>Reads arguments that a model wrote: what is missing or of another type counts as not given.</summary>
internal static class ToolArguments
{
    private const int LongestPattern = 200;
    private const int MostWildcards = 12;

    public static string Text(this JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim()
            : "";

    public static IReadOnlyList<string> Texts(this JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!.Trim())]
            : [];

    /// <summary>A pattern of paths; null for one that is none or costs more than looking is worth.</summary>
    public static PathPattern? Pattern(this JsonElement arguments, string name) =>
        arguments.Text(name) is { Length: > 0 and <= LongestPattern } text && text.Count(c => c is '*' or '[') <= MostWildcards
            ? PathPattern.Parse(text)
            : null;

    public static int? Number(this JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object
            && arguments.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number)
            ? number
            : null;
}
