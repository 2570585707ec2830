using System.Text.RegularExpressions;
using Planner.Core.Grounding;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Database;

/// <summary>Finds values that the ticket gives to a column of a known table and that its check refuses today.</summary>
internal sealed partial class Widening(Brief brief)
{
    public IReadOnlyList<WidenedCheck> Find() =>
        [.. brief.Needs.KnownTables
            .Where(t => !t.IsView)
            .SelectMany(t => t.Checks.Select(c => Widened(t, c)))
            .OfType<WidenedCheck>()];

    private WidenedCheck? Widened(TableFact table, string check)
    {
        var match = InList().Match(Guards.Condition(check));
        var name = Constraint().Match(check).Groups["name"].Value;
        if (!match.Success || name.Length == 0 || !Sql.IsName(name))
        {
            return null;
        }

        var column = match.Groups["column"].Value;
        var old = match.Groups["values"].Value;
        var value = NewValue(table, column, old);
        return value is null ? null : new WidenedCheck(table, column, name, $"{column} IN ({old})", $"{column} IN ({old}, '{value}')", value);
    }

    /// <summary>A quoted word beside "status" in a line that names the table or its entity, and that no list knows.</summary>
    private string? NewValue(TableFact table, string column, string old) => brief.LinesWith(column)
        .Where(l => (Words.Names(l, table.Name) || Words.Names(l, Words.Singular(table.Name))) && !brief.Needs.Tables.Any(t => Words.Names(l, t.Name)))
        .Where(l => Words.Any(l, "new status", "new value", "becomes", "set to", "gets the status", "changes to"))
        .SelectMany(l => Quoted().Matches(l))
        .Select(m => m.Groups["value"].Value)
        .FirstOrDefault(v => !old.Contains($"'{v}'", StringComparison.Ordinal) && !table.Has(v) && v != table.Name && !brief.Grounding.Tables.Any(t => t.Name == v));

    [GeneratedRegex(@"\A(?<column>[a-z_][a-z0-9_]*)\s+IN\s+\((?<values>'[a-z0-9_]+'(,\s*'[a-z0-9_]+')*)\)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InList();

    [GeneratedRegex(@"\A\s*CONSTRAINT\s+(?<name>[a-z_][a-z0-9_]*)\s+CHECK", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Constraint();

    [GeneratedRegex("[`'](?<value>[a-z][a-z0-9_]{2,40})[`']", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();
}
