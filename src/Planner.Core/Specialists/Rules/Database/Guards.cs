using System.Text.RegularExpressions;
using Planner.Core.Grounding;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Database;

/// <summary>Checks of new columns: values that the ticket lists, and what like columns of the schema are guarded by.</summary>
internal sealed partial class Guards(Brief brief)
{
    private static readonly string[] TextTypes = ["text", "varchar", "char", "character", "citext"];

    public IReadOnlyList<Guard> Of(TableFact table, IReadOnlyList<ColumnFact> columns) =>
        [.. columns.Select(c => Listed(c, table) ?? Borrowed(c)).OfType<Guard>()];

    /// <summary>The values that the ticket lists for a column.</summary>
    public IReadOnlyList<string> Values(string column) => brief.LinesWith(column)
        .Select(l => After(l, column))
        .SelectMany(rest => List().Matches(rest).Take(1))
        .Select(m => (IReadOnlyList<string>)[.. Value().Matches(m.Value).Select(v => v.Value).Where(v => v is not ("or" or "and" or "one" or "of" or "in"))])
        .FirstOrDefault(values => values.Count > 1) ?? [];

    private Guard? Listed(ColumnFact column, TableFact table)
    {
        if (!TextTypes.Contains(Sql.BaseName(column.Type), StringComparer.Ordinal))
        {
            return null;
        }

        var values = Values(column.Name).Where(v => !table.Has(v)).ToList();
        return values.Count > 1
            ? new Guard(column.Name, $"{column.Name} IN ({string.Join(", ", values.Select(v => $"'{v}'"))})", "The ticket lists these values.")
            : null;
    }

    /// <summary>A check of a column of the same name, else of one that ends in the same word and has the same type.</summary>
    private Guard? Borrowed(ColumnFact column)
    {
        var tables = brief.Grounding.Tables.Where(t => !t.IsView && t.Checks.Count > 0).ToList();
        return tables.Select(t => From(t, t.Columns.FirstOrDefault(c => c.Name == column.Name), column)).FirstOrDefault(g => g is not null)
            ?? tables.SelectMany(t => t.Columns.Where(c => IsAlike(c, column)).Select(c => From(t, c, column))).FirstOrDefault(g => g is not null);
    }

    private static bool IsAlike(ColumnFact one, ColumnFact other) =>
        Sql.BaseName(one.Type) == Sql.BaseName(other.Type)
        && Sql.BaseName(one.Type) is "numeric" or "decimal" or "integer" or "bigint"
        && !one.Name.EndsWith("_id", StringComparison.Ordinal)
        && Words.Split(one.Name)[^1] == Words.Split(other.Name)[^1];

    private static Guard? From(TableFact table, ColumnFact? twin, ColumnFact column)
    {
        if (twin is null)
        {
            return null;
        }

        var others = table.Columns.Where(c => c.Name != twin.Name).Select(c => c.Name).ToList();
        var condition = table.Checks.Select(Condition).FirstOrDefault(c => Words.Names(c, twin.Name) && !Words.Any(c, others) && !c.Contains(" IN ", StringComparison.OrdinalIgnoreCase) && Sql.IsCondition(c));
        return condition is null
            ? null
            : new Guard(column.Name, Regex.Replace(condition, $@"\b{Regex.Escape(twin.Name)}\b", column.Name, RegexOptions.None, TimeSpan.FromSeconds(1)), $"`{table.FullName}.{twin.Name}` is guarded so.");
    }

    /// <summary>The condition inside <c>CONSTRAINT x CHECK (…)</c>, or the text itself.</summary>
    public static string Condition(string check)
    {
        var at = check.IndexOf("CHECK", StringComparison.OrdinalIgnoreCase);
        var inner = (at < 0 ? check : check[(at + 5)..]).Trim();
        return inner.StartsWith('(') && inner.EndsWith(')') && Balanced(inner[1..^1]) ? inner[1..^1].Trim() : inner;
    }

    private static bool Balanced(string text)
    {
        var depth = 0;
        return text.All(c => (depth += c == '(' ? 1 : c == ')' ? -1 : 0) >= 0) && depth == 0;
    }

    private static string After(string line, string column) => line[(line.IndexOf(column, StringComparison.OrdinalIgnoreCase) + column.Length)..];

    [GeneratedRegex(@"(one of|in|:|\()\s*[`'""]?[a-z][a-z0-9_]*[`'""]?(\s*(,\s*or|,|\||/|\bor\b|\band\b)\s*[`'""]?[a-z][a-z0-9_]*[`'""]?)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex List();

    [GeneratedRegex("[a-z][a-z0-9_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
