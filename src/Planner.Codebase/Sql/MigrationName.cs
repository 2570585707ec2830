using System.Text.RegularExpressions;
using Planner.Core.Text.Paths;

namespace Planner.Codebase.Sql;

/// <summary>What a script's path says about it as a migration.</summary>
/// <param name="Folder">Where it lies; empty for the root.</param>
/// <param name="Order">Its number or time stamp as written.</param>
/// <param name="Direction">up, down or both.</param>
/// <param name="Tool">Which tool names scripts like that.</param>
/// <param name="Separator">What stands between order and name.</param>
/// <param name="Ending">What follows the name, like <c>.up.sql</c>.</param>
internal sealed partial record MigrationName(string Folder, string Order, string Direction, string Tool, string Separator, string Ending)
{
    public const string UpDown = "plain SQL up/down";
    public const string Numbered = "plain SQL, numbered";
    public const string Flyway = "Flyway";
    public const string DbUp = "DbUp";
    public const string EfCore = "EF Core";

    /// <summary>Null where the name carries no order: then it is a script, but no migration.</summary>
    public static MigrationName? Of(string path)
    {
        var (folder, name) = (PathParts.Folder(path), PathParts.Name(path));
        if (FlywayShape().Match(name) is { Success: true } flyway)
        {
            var direction = flyway.Groups["kind"].Value is "U" or "u" ? "down" : "up";
            return new MigrationName(folder, flyway.Groups["order"].Value, direction, Flyway, "__", ".sql");
        }

        if (NumberedShape().Match(name) is not { Success: true } match)
        {
            return null;
        }

        var ending = match.Groups["ending"].Value;
        var way = ending.ToLowerInvariant() switch
        {
            ".sql" => "both",
            ".up.sql" or "_up.sql" or ".do.sql" => "up",
            _ => "down",
        };
        return new MigrationName(folder, match.Groups["order"].Value, way, way == "both" ? Numbered : UpDown, match.Groups["separator"].Value, ending);
    }

    /// <summary>Orders by number where both are numbers, part by part.</summary>
    public static int CompareOrder(string a, string b)
    {
        var (left, right) = (a.Split('.', '_'), b.Split('.', '_'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var (l, r) = (left[i].TrimStart('0'), right[i].TrimStart('0'));
            var order = l.Length != r.Length ? l.Length.CompareTo(r.Length) : string.CompareOrdinal(l, r);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    [GeneratedRegex(@"\A(?<kind>[VUvu])(?<order>[0-9]+(?:[._][0-9]+)*)__.+\.sql\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FlywayShape();

    [GeneratedRegex(
        @"\A(?:script|migration)?(?<order>[0-9]+)(?<separator>[_. -]+).*?(?<ending>(?:[._](?:up|down|rollback|undo|do))?\.sql)\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberedShape();
}
