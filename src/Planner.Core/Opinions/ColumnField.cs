using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;

namespace Planner.Core.Opinions;

/// <summary>A column as a field of a body.</summary>
internal static class ColumnField
{
    /// <summary>The field of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="condition">The condition of the schema that its values keep, or null.</param>
    public static ApiField Of(ColumnFact column, string? condition)
    {
        var (type, format) = Sql.BaseName(column.Type) switch
        {
            "bigint" or "bigserial" or "int8" => ("integer", "int64"),
            "integer" or "int" or "int4" or "serial" or "smallint" or "int2" => ("integer", "int32"),
            "numeric" or "decimal" or "money" or "real" or "double" => ("number", (string?)null),
            "boolean" or "bool" => ("boolean", null),
            "uuid" => ("string", "uuid"),
            "date" => ("string", "date"),
            "timestamptz" or "timestamp" => ("string", "date-time"),
            "json" or "jsonb" => ("object", null),
            _ => ("string", null),
        };
        return new ApiField(Words.Camel(column.Name), type, format, !column.Nullable, Rule(column, condition), Example(column, type, format, condition));
    }

    private static string Rule(ColumnFact column, string? condition)
    {
        var text = condition is null ? "" : Values(condition) is { Count: > 0 } values
            ? $"one of {string.Join(", ", values)}"
            : condition.Replace(column.Name, Words.Camel(column.Name), StringComparison.Ordinal);
        var length = column.Type.Contains("char(", StringComparison.Ordinal)
            ? $"at most {column.Type[(column.Type.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')')} characters"
            : "";
        return string.Join("; ", new[] { text, length, column.Nullable ? "may be absent" : "" }.Where(t => t.Length > 0));
    }

    private static string Example(ColumnFact column, string type, string? format, string? condition)
    {
        return condition is not null && Values(condition) is { Count: > 0 } values ? values[0] : (type, format) switch
        {
            ("integer", _) => column.Name == "id" ? "4711" : column.Name.EndsWith("_id", StringComparison.Ordinal) ? "1024" : "2",
            ("number", _) => "19.90",
            ("boolean", _) => "true",
            (_, "uuid") => "7f1c2c0e-3f0a-4a5e-9b57-0d6a1f3c2b11",
            (_, "date") => "2025-03-14",
            (_, "date-time") => "2025-03-14T09:26:53Z",
            ("object", _) => "{}",
            _ => column.Name.Contains("currency", StringComparison.Ordinal)
                ? "EUR"
                : column.Name.Contains("email", StringComparison.Ordinal) ? "ada@example.org" : Words.Slug(column.Name).Replace('-', ' '),
        };
    }

    private static List<string> Values(string condition) => condition.Contains(" IN (", StringComparison.Ordinal)
        ? [.. condition.Split('\'').Where((_, at) => at % 2 == 1)]
        : [];
}
