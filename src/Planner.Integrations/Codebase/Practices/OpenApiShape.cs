using System.Text.RegularExpressions;

namespace Planner.Integrations.Codebase.Practices;

/// <summary>Recognises an OpenAPI or Swagger document by its version line on the outermost level.</summary>
internal static partial class OpenApiShape
{
    private const int Head = 4_000;

    public static bool Is(string text)
    {
        var head = text.AsSpan(0, Math.Min(Head, text.Length));
        return head.TrimStart().StartsWith("{") ? Json().IsMatch(head) : Yaml().IsMatch(head);
    }

    [GeneratedRegex(@"\A\s*\{\s*""(?:openapi|swagger)""\s*:\s*""[23]\.", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Json();

    [GeneratedRegex(@"(?:\A|\n)(?:openapi|swagger)\s*:\s*[""']?[23]\.", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Yaml();
}
