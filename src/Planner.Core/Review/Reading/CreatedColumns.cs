using System.Text.RegularExpressions;

namespace Planner.Core.Review.Reading;

/// <summary>Columns that a script makes, as <c>table.column</c>: in CREATE TABLE and in ALTER TABLE … ADD COLUMN.</summary>
internal static partial class CreatedColumns
{
    private static readonly string[] NoColumns = ["constraint", "primary", "unique", "check", "foreign", "exclude", "like"];

    public static IEnumerable<string> In(string script) => script.Split(';').SelectMany(s => OfTable(s).Concat(Added(s)));

    private static IEnumerable<string> OfTable(string statement)
    {
        var head = Create().Match(statement);
        return !head.Success ? [] : Parts(statement[(head.Index + head.Length)..])
            .Select(p => p.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length == 2 && !NoColumns.Contains(w[0], StringComparer.OrdinalIgnoreCase))
            .Select(w => $"{head.Groups["table"].Value}.{w[0]}");
    }

    private static IEnumerable<string> Added(string statement)
    {
        var head = Alter().Match(statement);
        return !head.Success ? [] : Column().Matches(statement).Select(m => $"{head.Groups["table"].Value}.{m.Groups["column"].Value}");
    }

    /// <summary>What stands between the commas of the outermost bracket.</summary>
    private static IEnumerable<string> Parts(string body)
    {
        var (depth, start) = (1, 0);
        for (var i = 0; i < body.Length && depth > 0; i++)
        {
            depth += body[i] == '(' ? 1 : body[i] == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && body[i] == ','))
            {
                yield return body[start..i].Trim();
                start = i + 1;
            }
        }
    }

    [GeneratedRegex(
        @"\bcreate\s+(unlogged\s+)?table\s+(if\s+not\s+exists\s+)?(?<table>[\w"".]+)\s*\(",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Create();

    [GeneratedRegex(
        @"\balter\s+table\s+(if\s+exists\s+)?(only\s+)?(?<table>[\w"".]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Alter();

    [GeneratedRegex(
        @"\badd\s+column\s+(if\s+not\s+exists\s+)?(?<column>[\w""]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Column();
}
