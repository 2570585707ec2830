
namespace Planner.Codebase.CSharp.Tables;

/// <summary>The type of a column where only a C# type or a builder's method says it.</summary>
internal static class StoreTypes
{
    /// <summary>For a C# type as written; entities state the store type nearly always, so this is the exception.</summary>
    public static string OfClr(string type) => type.TrimEnd('?') switch
    {
        "string" => "text",
        "int" => "integer",
        "long" => "bigint",
        "short" or "byte" => "smallint",
        "bool" => "boolean",
        "decimal" => "numeric",
        "double" => "double precision",
        "float" => "real",
        "Guid" => "uuid",
        "DateTime" => "timestamp",
        "DateTimeOffset" => "timestamptz",
        "DateOnly" => "date",
        "TimeSpan" => "interval",
        "byte[]" => "bytea",
        var other => other.ToLowerInvariant(),
    };

    /// <summary>True for C# types that have no null unless they say so.</summary>
    public static bool IsValue(string type) =>
        type is "int" or "long" or "short" or "byte" or "bool" or "decimal" or "double"
            or "float" or "Guid" or "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan";

    /// <summary>For a method like <c>AsInt32</c> of a migration; null for any other method.</summary>
    public static string? OfMethod(string method) => method switch
    {
        "AsString" or "AsAnsiString" or "AsFixedLengthString" or "AsXml" => "text",
        "AsInt32" => "integer",
        "AsInt64" => "bigint",
        "AsInt16" or "AsByte" => "smallint",
        "AsBoolean" => "boolean",
        "AsDecimal" or "AsCurrency" => "numeric",
        "AsDouble" => "double precision",
        "AsFloat" => "real",
        "AsGuid" => "uuid",
        "AsDateTime" or "AsDateTime2" => "timestamp",
        "AsDateTimeOffset" => "timestamptz",
        "AsDate" => "date",
        "AsTime" => "time",
        "AsBinary" => "bytea",
        "AsCustom" => "",
        _ => null,
    };
}
