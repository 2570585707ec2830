using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Specialists;

namespace Planner.Specialists.Models.Replies;

/// <summary>Scripts of a reply, at the next free paths of the convention that was found.</summary>
internal static partial class ReplyMigrations
{
    public static IReadOnlyList<MigrationScript> Of(IReadOnlyList<MigrationReply> scripts, Consultation consultation)
    {
        var before = consultation.Before?.Design<SchemaDesign>()?.Migrations ?? [];
        var added = before.Count;
        return [.. scripts.Select(s => before.FirstOrDefault(b => b.Name == s.Name) is { } old
            ? Script(s, (old.UpPath, old.DownPath))
            : Script(s, MigrationPatterns.Next(consultation.Grounding.Conventions.NextMigration, added++, s.Name)))];
    }

    /// <summary>A script that was told before stays where it was put.</summary>
    private static MigrationScript Script(MigrationReply script, (string Up, string? Down) place)
    {
        var (up, down) = place;
        return new MigrationScript(script.Name, up, down, script.Up.Trim(), script.Down.Trim(), Written(script), Locks(script))
        {
            Irreversible = script.Irreversible,
            Role = script.Role,
        };
    }

    /// <summary>Tables that the script names where a statement writes.</summary>
    private static IReadOnlyList<string> Written(MigrationReply script) =>
        [.. Writes()
            .Matches(script.Up)
            .Select(m => m.Groups["table"].Value.Replace("\"", "", StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string Locks(MigrationReply script) =>
        script.Up.Contains("CONCURRENTLY", StringComparison.OrdinalIgnoreCase) ? "SHARE UPDATE EXCLUSIVE: reads and writes go on"
        : Alters().IsMatch(script.Up) ? "ACCESS EXCLUSIVE while the statement runs"
        : script.Role == MigrationRole.Fill ? "ROW EXCLUSIVE on the rows that are written"
        : "none on what is in use";

    [GeneratedRegex(
        @"(?:CREATE\s+TABLE(?:\s+IF\s+NOT\s+EXISTS)?|ALTER\s+TABLE(?:\s+IF\s+EXISTS)?(?:\s+ONLY)?|DROP\s+TABLE(?:\s+IF\s+EXISTS)?|INSERT\s+INTO"
        + @"|UPDATE|DELETE\s+FROM)\s+(?<table>[""\w]+(?:\.[""\w]+)?)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Writes();

    [GeneratedRegex(@"\bALTER\s+TABLE\b|\bDROP\s", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Alters();
}
