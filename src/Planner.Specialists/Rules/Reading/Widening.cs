using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>Finds values that the ticket gives to a column of a known table and that its check refuses today.</summary>
internal sealed partial class Widening(TicketFacts brief)
{
    private static readonly string[] Allowing = Lexicon.Words("reading", "allowing");

    public IReadOnlyList<WidenedCheck> Find() =>
        [.. brief.Needs.KnownTables.Where(t => !t.IsView).SelectMany(t => t.Checks.Select(c => Widened(t, c))).OfType<WidenedCheck>()];

    private WidenedCheck? Widened(TableFact table, string check)
    {
        var match = InList().Match(CheckConstraints.Condition(check));
        if (!match.Success)
        {
            return null;
        }

        var (column, old) = (match.Groups["column"].Value, match.Groups["values"].Value);
        var (line, value) = NewValue(table, column, old);
        var name = line is null ? null : Name(table, column, check, line);
        return name is null ? null : new WidenedCheck(table, column, name, $"{column} IN ({old})", $"{column} IN ({old}, '{value}')", value!);
    }

    /// <summary>The constraint's name: as the script has it, as the ticket names it, else as PostgreSQL makes it.</summary>
    private static string Name(TableFact table, string column, string check, string line)
    {
        var scripted = Constraint().Match(check).Groups["name"].Value;
        var said = Identifiers().Matches(line).Select(m => m.Value).FirstOrDefault(n => n.Contains(table.Name, StringComparison.Ordinal)
            && n.Contains(column, StringComparison.Ordinal)
            && n.Length > table.Name.Length + column.Length + 1);
        return scripted.Length > 0 ? scripted : said ?? $"{table.Name}_{column}_check";
    }

    /// <summary>A quoted word that no list knows, in a sentence that says that it is to be allowed and names the table.</summary>
    private (string? Line, string? Value) NewValue(TableFact table, string column, string old) => brief.Text.Split('\n')
        .SelectMany(l => l.Split(". "))
        .Where(l => Words.Any(l, Allowing) && Speaks(l, table, column))
        .SelectMany(l => Quoted().Matches(l).Select(m => (Line: (string?)l, Value: (string?)m.Groups["value"].Value)))
        .FirstOrDefault(p => !old.Contains($"'{p.Value}'", StringComparison.Ordinal)
            && !table.Has(p.Value!)
            && p.Value != table.Name
            && !p.Value!.Contains(table.Name, StringComparison.Ordinal)
            && !brief.Grounding.Tables.Any(t => t.Name == p.Value));

    private static bool Speaks(string line, TableFact table, string column) =>
        Identifiers().Matches(line).Any(m => m.Value.Contains(table.Name, StringComparison.Ordinal) && m.Value.Contains(column, StringComparison.Ordinal))
        || (Words.Names(line, column) && (Words.Names(line, table.Name) || Words.Names(line, Words.Singular(table.Name))));

    [GeneratedRegex(
        @"\A(?<column>[a-z_][a-z0-9_]*)\s+IN\s+\((?<values>'[a-z0-9_]+'(,\s*'[a-z0-9_]+')*)\)\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex InList();

    [GeneratedRegex(
        @"\A\s*CONSTRAINT\s+(?<name>[a-z_][a-z0-9_]*)\s+CHECK",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Constraint();

    [GeneratedRegex("[`'](?<value>[a-z][a-z0-9_]{2,40})[`']", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex("[a-z][a-z0-9]*(_[a-z0-9]+)+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Identifiers();
}
