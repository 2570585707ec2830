using Planner.Core.Grounding;
using Planner.Core.Plans;
using Planner.Core.Specialists.Rules.Database;
using Planner.Core.Specialists.Rules.Reading;
using Planner.Core.Specialists.Rules.Service;

namespace Planner.Core.Specialists.Rules.Api;

/// <summary>Fields of bodies, told by columns.</summary>
internal static class Fields
{
    private static readonly string[] Hidden = ["password", "secret", "token", "hash", "salt"];

    /// <summary>What a caller sends to make a row.</summary>
    public static IReadOnlyList<ApiField> Request(NewEndpoint endpoint, PlannedTable table, Brief brief)
    {
        if (StatedParts.Body(endpoint, brief) is { Count: > 0 } stated)
        {
            return stated;
        }

        var concept = Concept.All(brief).FirstOrDefault(c => c.Table == table);
        return concept is null || endpoint.Method is not ("POST" or "PUT" or "PATCH") || Operations.Name(endpoint) is not ("Create" or "Update")
            ? []
            : [.. Operations.Given(concept, endpoint).Select(c => Of(c, table.Guards))];
    }

    /// <summary>A row as callers see it.</summary>
    public static IReadOnlyList<ApiField> Response(TableFact table, IReadOnlyList<Guard> guards) =>
        [.. table.Columns.Where(c => !Words.Split(c.Name).Any(p => Hidden.Contains(p, StringComparer.Ordinal))).Select(c => Of(c, guards))];

    public static ApiField Of(ColumnFact column, IReadOnlyList<Guard> guards)
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
        return new ApiField(Words.Camel(column.Name), type, format, !column.Nullable, Rule(column, guards), Example(column, type, format, guards));
    }

    private static string Rule(ColumnFact column, IReadOnlyList<Guard> guards)
    {
        var guard = guards.FirstOrDefault(g => g.Column == column.Name);
        var text = guard is null ? "" : Values(guard) is { Count: > 0 } values ? $"one of {string.Join(", ", values)}" : guard.Condition.Replace(column.Name, Words.Camel(column.Name), StringComparison.Ordinal);
        var length = column.Type.Contains("char(", StringComparison.Ordinal) ? $"at most {column.Type[(column.Type.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')')} characters" : "";
        return string.Join("; ", new[] { text, length, column.Nullable ? "may be absent" : "" }.Where(t => t.Length > 0));
    }

    private static string Example(ColumnFact column, string type, string? format, IReadOnlyList<Guard> guards)
    {
        var values = guards.Where(g => g.Column == column.Name).Select(Values).FirstOrDefault();
        return values is { Count: > 0 } ? values[0] : (type, format) switch
        {
            ("integer", _) => column.Name == "id" ? "4711" : column.Name.EndsWith("_id", StringComparison.Ordinal) ? "1024" : "2",
            ("number", _) => "19.90",
            ("boolean", _) => "true",
            (_, "uuid") => "7f1c2c0e-3f0a-4a5e-9b57-0d6a1f3c2b11",
            (_, "date") => "2025-03-14",
            (_, "date-time") => "2025-03-14T09:26:53Z",
            ("object", _) => "{}",
            _ => column.Name.Contains("currency", StringComparison.Ordinal) ? "EUR" : column.Name.Contains("email", StringComparison.Ordinal) ? "ada@example.org" : Words.Slug(column.Name).Replace('-', ' '),
        };
    }

    private static List<string> Values(Guard guard) => guard.Condition.Contains(" IN (", StringComparison.Ordinal)
        ? [.. guard.Condition.Split('\'').Where((_, at) => at % 2 == 1)]
        : [];
}
