namespace Planner.Core.Grounding.Naming;

/// <summary>Compares a route as people write it with one as code has it.</summary>
internal static class RouteMatch
{
    /// <summary>Splits <c>GET /orders/7?x=1</c>; the method is empty where none is said.</summary>
    public static (string Method, string Route) Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var route = text[(space + 1)..];
        var query = route.IndexOf('?', StringComparison.Ordinal);
        return (space < 0 ? "" : text[..space].ToUpperInvariant(), query < 0 ? route : route[..query]);
    }

    public static bool Same(string a, string b) => Segments(a).SequenceEqual(Segments(b), StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the code's route is the written one behind a prefix that people leave out, like <c>/api</c>.</summary>
    public static bool EndsWith(string code, string written)
    {
        var (whole, end) = (Segments(code), Segments(written));
        return end.Count > 0 && whole.Count > end.Count && whole.Count - end.Count <= 2
            && !whole.Take(whole.Count - end.Count).Contains("{}")
            && whole.Skip(whole.Count - end.Count).SequenceEqual(end, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Parameters in one form: <c>{orderId}</c>, <c>:id</c> and <c>42</c> are all <c>{}</c>.</summary>
    public static IReadOnlyList<string> Segments(string route) =>
        [.. route.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(s => IsParameter(s) ? "{}" : s)];

    private static bool IsParameter(string segment) => segment[0] is '{' or ':' or '<' || segment.All(char.IsAsciiDigit) || IsIdentifier(segment);

    /// <summary>A GUID or a hash, as logs and examples have them.</summary>
    private static bool IsIdentifier(string segment) =>
        segment.Length >= 16 && segment.Any(char.IsAsciiDigit) && segment.All(c => char.IsAsciiHexDigit(c) || c == '-');
}
