using System.Text;

namespace Planner.Codebase.CSharp;

/// <summary>The one form in which routes are told: a leading slash, none at the end, parameters by name alone.</summary>
internal static class RouteShape
{
    public static string Of(string route)
    {
        var shaped = new StringBuilder();
        foreach (var segment in Plain(route).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            shaped.Append('/').Append(segment);
        }

        return shaped.Length == 0 ? "/" : shaped.ToString();
    }

    /// <summary>Parameters without constraint, default, catch-all and question mark; slashes inside of constraints do not count.</summary>
    private static string Plain(string route)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < route.Length; i++)
        {
            var close = route[i] == '{' ? Close(route, i) : -1;
            if (close < 0)
            {
                plain.Append(route[i]);
                continue;
            }

            var body = route[(i + 1)..close].TrimStart('*');
            var end = body.AsSpan().IndexOfAny(":=?");
            plain.Append('{').Append(end < 0 ? body : body[..end]).Append('}');
            i = close;
        }

        return plain.ToString();
    }

    private static int Close(string route, int open)
    {
        var depth = 0;
        for (var i = open; i < route.Length; i++)
        {
            depth += route[i] == '{' ? 1 : route[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
