using System.Text.RegularExpressions;

namespace Planner.Core.Grounding.Naming;

/// <summary>Reads a column's type and nullability as people write them.</summary>
internal static partial class StatedType
{
    /// <summary>The first database type in a text, lower case; null where there is none.</summary>
    public static string? In(string text) =>
        Type().Match(text) is { Success: true } match ? match.Groups["type"].Value.ToLowerInvariant() : null;

    /// <summary>The type that a text begins with, apart from the marks between a name and its type.</summary>
    public static string? At(string text)
    {
        var start = Marks().Match(text).Length;
        var match = Type().Match(text, start);
        return match.Success && match.Index == start ? match.Groups["type"].Value.ToLowerInvariant() : null;
    }

    /// <summary>True where brackets behind a marked name declare what it holds: "`paid_at` (timestamptz null)".</summary>
    public static bool IsDeclared(FoundName name) =>
        name.IsMarked
            && name.Shape is NameShape.Word or NameShape.Camel or NameShape.Pascal or NameShape.Snake
            && At(name.After) is not null
            && Brackets().IsMatch(name.After);

    /// <summary>What stands behind the word default; null where it is not said.</summary>
    public static string? Default(string text) =>
        DefaultValue().Match(text) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>Not where the text says that it is required, a key, or not null.</summary>
    public static bool IsNullable(string text) => !Required().IsMatch(text);

    [GeneratedRegex(
        @"\b(?<type>(?:bigint|int[248]?|integer|smallint|bigserial|serial|text|citext|varchar|character varying|char|numeric|decimal|money|real"
            + @"|double precision|boolean|bool|timestamptz|timestamp with time zone|timestamp|date|time|interval|uuid|jsonb?|bytea"
            + @"|inet)\b(?:\s*\([0-9, ]+\))?(?:\[\])?)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Type();

    [GeneratedRegex(@"\A[`*\s]*(?:[:(,\u2013\u2014-]|is an?\b|as an?\b)?[`*\s]*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Marks();

    [GeneratedRegex(
        @"\A`?\s*\((?:[^()]*(?:\([0-9, ]+\))?)*\b(?:null|default|required)\b|\A`?\s*\(\s*[a-z0-9]+(?: varying| precision)?(?:\s*\([0-9, ]+\))?(?:\[\])?\s*\)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\bdefault\s+(?<value>'[^']*'|[A-Za-z0-9_.]+(?:\(\))?)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex DefaultValue();

    [GeneratedRegex(@"\bnot[ -]null|\brequired\b|\bmandatory\b|\bprimary key\b|\bpk\b|\bidentity\b", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Required();
}
