using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Checks of new columns: values that the ticket lists, and what like columns of the schema are guarded by.</summary>
internal sealed partial class CheckConstraints(TicketFacts brief)
{
    private static readonly string[] TextTypes = Lexicon.Words("reading", "text-types");

    public IReadOnlyList<Guard> Of(TableFact table, IReadOnlyList<ColumnFact> columns) =>
        [.. columns.Select(c => Listed(c, table) ?? Bounded(c) ?? Tied(c, table) ?? Borrowed(c)).OfType<Guard>()];

    /// <summary>The values that the ticket lists for a column.</summary>
    public IReadOnlyList<string> Values(string column) => Own(column)
        .Select(l => (l.StartsWith('|') ? Marked() : List()).Match(After(l, column).TrimStart('`')))
        .Where(m => m.Success)
        .Select(m => (IReadOnlyList<string>)[.. Value()
            .Matches(m.Value)
            .Select(v => v.Value)
            .Where(v => v is not ("or" or "and" or "one" or "of" or "in") && !Sql.IsType(v))])
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

    /// <summary>Lines about a column: rows and items that begin with it, else all that hold it.</summary>
    private IEnumerable<string> Own(string column)
    {
        var about = brief.LinesWith(column).ToList();
        var own = about.Where(l => l.TrimStart('|', '-', '*', ' ', '`').StartsWith(column, StringComparison.OrdinalIgnoreCase)).ToList();
        return own.Count > 0 ? own : about.Take(1);
    }

    /// <summary>"greater than 0" and "at least 0" beside a number's name.</summary>
    private Guard? Bounded(ColumnFact column)
    {
        var match = Own(column.Name).Select(l => Bound().Match(l)).FirstOrDefault(m => m.Success);
        return match is null || Sql.ClrType(column).TrimEnd('?') is not ("int" or "long" or "short" or "decimal" or "double")
            ? null
            : new Guard(
                column.Name,
                $"{column.Name} {(match.Groups["kind"].Value is "at least" or "not less than" ? ">=" : ">")} {match.Groups["value"].Value}",
                "The ticket states the bound.");
    }

    /// <summary>"set exactly when `status` is `refunded`".</summary>
    private Guard? Tied(ColumnFact column, TableFact table)
    {
        var match = Own(column.Name).Select(l => Exactly().Match(l)).FirstOrDefault(m => m.Success && table.Has(m.Groups["other"].Value));
        return match is null ? null : new Guard(
            column.Name,
            $"({match.Groups["other"].Value} = '{match.Groups["value"].Value}') = ({column.Name} IS NOT NULL)",
            "The ticket states it.");
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
        var condition = table.Checks.Select(Condition).FirstOrDefault(c => Words.Names(c, twin.Name)
            && !Words.Any(c, others)
            && !c.Contains(" IN ", StringComparison.OrdinalIgnoreCase)
            && Sql.IsCondition(c));
        return condition is null
            ? null
            : new Guard(
                column.Name,
                Loosened(Regex.Replace(condition, $@"\b{Regex.Escape(twin.Name)}\b", column.Name, RegexOptions.None, TimeSpan.FromSeconds(1)), twin, column),
                $"`{table.FullName}.{twin.Name}` is guarded so.");
    }

    /// <summary>Zero passes where the column begins with it, or only resembles the one that refuses it.</summary>
    private static string Loosened(string condition, ColumnFact twin, ColumnFact column) =>
        column.Default is "0" || twin.Name != column.Name ? condition.Replace(" > 0", " >= 0", StringComparison.Ordinal) : condition;

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

    [GeneratedRegex(
        @"\b(?<kind>greater than|more than|above|at least|not less than) (?<value>[0-9]+(\.[0-9]+)?)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Bound();

    [GeneratedRegex(
        @"(exactly|only) when `?(?<other>[a-z_][a-z0-9_]*)`? is `?(?<value>[a-z][a-z0-9_]*)`?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Exactly();

    [GeneratedRegex(
        @"(one of|in|:|\()\s*[`'""]?[a-z][a-z0-9_]*[`'""]?(\s*(,\s*or|,|\||/|\bor\b|\band\b)\s*[`'""]?[a-z][a-z0-9_]*[`'""]?)+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex List();

    // In a row of a table only words marked as code are values; the cells around them are not.
    [GeneratedRegex(
        @"`[a-z][a-z0-9_]*`(\s*(,\s*or|,\s*and|,|\bor\b|\band\b)\s*`[a-z][a-z0-9_]*`)+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Marked();

    [GeneratedRegex("[a-z][a-z0-9_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Value();
}
