using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Naming;

/// <summary>What of a ticket's words may stand in SQL: ticket text is data, so only known shapes pass.</summary>
internal static partial class Sql
{
    /// <summary>True for a plain lower-case name, with or without schema.</summary>
    public static bool IsName(string text) => NameShape().IsMatch(text);

    /// <summary>A name as a statement needs it: PostgreSQL folds what is not quoted to lower case.</summary>
    public static string Quoted(string name) =>
        string.Join('.', name.Split('.').Select(p => NameShape().IsMatch(p) ? p : $"\"{p.Replace("\"", "", StringComparison.Ordinal)}\""));

    /// <summary>The table's name as a statement needs it.</summary>
    public static string Written(this TableFact table) => Quoted(table.FullName);

    /// <summary>A new column is written as those of its table are: in lower case unless they have capitals.</summary>
    public static string Cased(string column, TableFact? table) =>
        table is not null && table.Columns.Any(c => c.Name.Any(char.IsUpper)) ? column : column.ToLowerInvariant();

    /// <summary>True for a type of PostgreSQL as tickets and migrations write it.</summary>
    public static bool IsType(string text) => TypeShape().IsMatch(text);

    /// <summary>True for a literal, <c>now()</c> or the like.</summary>
    public static bool IsDefault(string text) => DefaultShape().IsMatch(text);

    /// <summary>True for a condition of names, literals and comparisons, without anything that could end it.</summary>
    public static bool IsCondition(string text) =>
        text.Length < 300 && ConditionShape().IsMatch(text) && text.Count(c => c == '(') == text.Count(c => c == ')');

    /// <summary>The column that a text states after its name: type, nullability and default; the type is empty where it is not said.</summary>
    public static ColumnFact Column(string name, string text)
    {
        var match = Stated().Matches(text).FirstOrDefault(m => m.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (match is null)
        {
            return new ColumnFact(name, "", Nullable: true);
        }

        var fallback = match.Groups["default"];
        return new ColumnFact(name, match.Groups["type"].Value.ToLowerInvariant(), !match.Groups["required"].Success, fallback.Success ? fallback.Value : null);
    }

    /// <summary>The C# type of a column.</summary>
    public static string ClrType(ColumnFact column)
    {
        var name = BaseName(column.Type) switch
        {
            "bigint" or "bigserial" or "int8" => "long",
            "integer" or "int" or "int4" or "serial" => "int",
            "smallint" or "int2" => "short",
            "numeric" or "decimal" or "money" => "decimal",
            "real" or "double" => "double",
            "boolean" or "bool" => "bool",
            "uuid" => "Guid",
            "date" => "DateOnly",
            "timestamptz" or "timestamp" => "DateTimeOffset",
            "interval" => "TimeSpan",
            "bytea" => "byte[]",
            _ => "string",
        };
        return column.Nullable ? name + "?" : name;
    }

    /// <summary>The type's name without length or time zone.</summary>
    public static string BaseName(string type) => type.Split('(', ' ')[0].ToLowerInvariant();

    private const string Types =
        @"(?:(?:numeric|decimal)\(\d+(?:,\s?\d+)?\)|(?:varchar|char|character varying|character)\(\d+\)|(?:bigint|bigserial|integer|int[248]?|serial|smallint"
            + @"|numeric|decimal|real|double precision|boolean|bool|text|varchar|character varying|uuid|date|timestamptz|timestamp with time zone|timestamp"
            + @"|time|interval|jsonb?|bytea|money|citext|inet)\b)";

    private const string Literal = @"(?:-?\d+(?:\.\d+)?|'[A-Za-z0-9_ .:-]*'|true|false|now\(\)|current_timestamp|current_date|gen_random_uuid\(\))";

    [GeneratedRegex(@"\A([a-z_][a-z0-9_]{0,62}\.)?[a-z_][a-z0-9_]{0,62}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameShape();

    [GeneratedRegex(@"\A" + Types + @"(?:\[\])?\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex TypeShape();

    [GeneratedRegex(@"\A" + Literal + @"\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex DefaultShape();

    [GeneratedRegex(@"\A[A-Za-z0-9_'<>=!., ()+*/%-]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex ConditionShape();

    [GeneratedRegex(@"(?<name>[A-Za-z_][A-Za-z0-9_]*)[`""]?[\s:(—–-]{1,4}`?(?<type>"
        + Types
        + @")(?<required>,?\s+(?:is\s+)?not null)?(?:,?\s+default\s+(?<default>"
        + Literal
        + "))?",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Stated();
}
