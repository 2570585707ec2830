using System.Globalization;
using System.Numerics;
using Planner.Codebase.Model;
using Planner.Codebase.Sql;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;

namespace Planner.Codebase.Practices;

/// <summary>Names the migration that comes next, as the last ones were named.</summary>
internal static class NextMigration
{
    private const string NameHole = "{name}";

    /// <summary>The last one of the folder that has the most.</summary>
    public static MigrationFact? Newest(IReadOnlyList<MigrationFact> migrations) => migrations
        .Where(m => m.Direction != "down")
        .GroupBy(m => PathParts.Folder(m.Path), StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Last())
        .FirstOrDefault();

    public static IReadOnlyList<string> Paths(MigrationFact newest, IReadOnlyList<MigrationFact> migrations)
    {
        var folder = PathParts.Folder(newest.Path);
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var next = After(newest.Order);
        if (newest.Tool == MigrationName.EfCore)
        {
            return [$"{prefix}{next}_{NameHole}.cs"];
        }

        if (newest.Tool == ModelHistory.FluentMigrator)
        {
            return Numbered(newest.Path[prefix.Length..]) is { } width ? [$"{prefix}{next.PadLeft(width, '0')}_{NameHole}.cs"] : [];
        }

        if (MigrationName.Of(newest.Path) is not { } up)
        {
            return [];
        }

        var lead = newest.Path[prefix.Length..];
        lead = lead[..lead.IndexOf(newest.Order, StringComparison.Ordinal)];
        var down = migrations.LastOrDefault(m => m.Direction == "down" && m.Tool == newest.Tool && IsTwinFolder(PathParts.Folder(m.Path), folder));
        var paths = new List<string> { $"{prefix}{lead}{next}{up.Separator}{NameHole}{up.Ending}" };
        if (down is not null && MigrationName.Of(down.Path) is { } back)
        {
            var (backFolder, backLead) = (PathParts.Folder(down.Path), lead == "V" ? "U" : lead);
            paths.Add($"{(backFolder.Length == 0 ? "" : backFolder + "/")}{backLead}{next}{back.Separator}{NameHole}{back.Ending}");
        }

        return paths;
    }

    /// <summary>How many digits the file's name begins with, before an underscore; null where it begins otherwise.</summary>
    private static int? Numbered(string name) =>
        name.TakeWhile(char.IsAsciiDigit).Count() is > 0 and var width && width < name.Length && name[width] == '_' ? width : null;

    private static bool IsTwinFolder(string a, string b) => a == b || PathParts.Folder(a) == PathParts.Folder(b);

    /// <summary>One more, as wide as before; of a dotted version the last part counts on.</summary>
    private static string After(string order)
    {
        var cut = order.LastIndexOfAny(['.', '_']) + 1;
        var last = order[cut..];
        var next = (BigInteger.Parse(last, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        return order[..cut] + next.PadLeft(last.Length, '0');
    }
}
