using System.Text.Json;
using System.Text.RegularExpressions;

namespace Planner.Codebase.Practices;

/// <summary>
/// Reads the operations of an OpenAPI document, or of a part of one: its paths and their methods, and nothing that they refer
/// to. Each is told as <c>GET /orders/{id}</c>.
/// </summary>
internal static partial class DocumentedRoutes
{
    private const int Most = 2_000;

    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete", "head", "options"];

    /// <summary>Null where the text is no document after all.</summary>
    public static IReadOnlyList<string>? Read(string text) =>
        (text.AsSpan().TrimStart().StartsWith("{") ? Json(text) : Yaml(text)) is { } found ? [.. found.Distinct(StringComparer.Ordinal).Take(Most)] : null;

    private static List<string>? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return [.. Operations(document.RootElement)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Operations(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("paths", out var paths) && paths.ValueKind == JsonValueKind.Object
            ? paths.EnumerateObject().Where(p => p.Name.StartsWith('/') && p.Value.ValueKind == JsonValueKind.Object)
                .SelectMany(p => p.Value.EnumerateObject()
                    .Where(m => Methods.Contains(m.Name, StringComparer.Ordinal))
                    .Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"))
            : [];

    private static IEnumerable<string> Yaml(string text)
    {
        var (inPaths, path) = (false, "");
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#')
            {
                inPaths = line.StartsWith("paths:", StringComparison.Ordinal);
            }
            else if (inPaths && Path().Match(line) is { Success: true } found)
            {
                path = found.Groups["path"].Value;
            }
            else if (inPaths && path.Length > 0 && Method().Match(line) is { Success: true } method)
            {
                yield return $"{method.Groups["method"].Value.ToUpperInvariant()} {path}";
            }
        }
    }

    [GeneratedRegex(@"\A {1,4}[""']?(?<path>/[^\s""':]*)[""']?:\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Path();

    [GeneratedRegex(@"\A {2,8}(?<method>get|post|put|patch|delete|head|options):\s*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Method();
}
