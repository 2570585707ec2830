using System.Text.RegularExpressions;

namespace Planner.Codebase.Practices;

/// <summary>Recognises an OpenAPI or Swagger document by its version line on the outermost level, or a part of one by its paths.</summary>
internal static partial class OpenApiShape
{
    private const int Head = 4_000;

    public static bool Is(string text)
    {
        var head = text.AsSpan(0, Math.Min(Head, text.Length));
        return head.TrimStart().StartsWith("{") ? Json().IsMatch(head) || JsonPart().IsMatch(head) : Yaml().IsMatch(head);
    }

    [GeneratedRegex(@"\A\s*\{\s*""(?:openapi|swagger)""\s*:\s*""[23]\.", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Json();

    /// <summary>A part of a contract that is put together from several files has paths and no version.</summary>
    [GeneratedRegex(@"\A\s*\{\s*""paths""\s*:\s*\{\s*""/", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex JsonPart();

    [GeneratedRegex(@"(?:\A|\n)(?:openapi|swagger)\s*:\s*[""']?[23]\.", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Yaml();
}
