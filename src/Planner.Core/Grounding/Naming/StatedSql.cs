using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Naming;

/// <summary>Reads the columns of a CREATE TABLE that stands in a ticket.</summary>
internal static class StatedSql
{
    private static readonly HashSet<string> NoColumns =
        new(["constraint", "primary", "foreign", "unique", "check", "exclude", "like"], StringComparer.OrdinalIgnoreCase);

    /// <param name="body">What follows the opening parenthesis.</param>
    public static IReadOnlyList<ColumnFact> Columns(string body) =>
        [.. Definitions(body).Select(Column).OfType<ColumnFact>()];

    private static ColumnFact? Column(string definition)
    {
        var text = definition.Trim();
        var end = text.AsSpan().IndexOfAny(" \t\n");
        if (end <= 0 || NoColumns.Contains(text[..end]))
        {
            return null;
        }

        var rest = text[end..].Trim();
        var type = StatedType.In(rest) ?? rest.Split(' ', '\n')[0].ToLowerInvariant();
        return new ColumnFact(text[..end].Trim('"'), type, StatedType.IsNullable(rest), StatedType.Default(rest));
    }

    private static IEnumerable<string> Definitions(string body)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < body.Length && depth >= 0; i++)
        {
            depth += body[i] == '(' ? 1 : body[i] == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && body[i] == ','))
            {
                yield return body[start..i];
                start = i + 1;
            }
        }
    }
}
