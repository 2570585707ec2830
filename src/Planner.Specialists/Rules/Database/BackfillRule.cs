using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Database;

/// <summary>
/// Rows that are there today and get a value in a new column. Where the ticket states which rows and which value, a script fills
/// them; where it does not, that is said and asked.
/// </summary>
internal sealed partial class BackfillRule : IRule
{
    private const string NothingToUndo = "-- Rolling back the step before drops what was filled.\nSELECT 1;\n";

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var criterion in brief.Claims.For(SpecialistNames.Database))
        {
            foreach (var part in Parts().Split(criterion.Text).Where(p => Today().IsMatch(p)))
            {
                foreach (var (planned, column) in brief.Schema.Columns.SelectMany(p => p.Columns.Select(c => (p, c)))
                    .Where(x => Words.NamesType(part, x.c.Name))
                    .Take(1))
                {
                    Fill(brief, draft, criterion, part.Trim(), planned.Table, column);
                }
            }
        }
    }

    private static void Fill(RuleContext brief, OpinionBuilder draft, AcceptanceCriterion criterion, string part, TableFact table, ColumnFact column)
    {
        if (Value(part, column, table) is not { } value || Which(part, table) is not { } rows)
        {
            var question = $"Which rows of `{table.FullName}` get which value in `{column.Name}`: \"{Words.Short(part, 120)}\"?";
            var answer = draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Backfill, table.FullName, column.Name, criterion.Id),
                question,
                brief.Asker,
                blocking: false,
                $"`{column.Name}` stays empty in the rows of today, and readers take that for unknown.",
                SpecialistNames.Database);
            if (answer is null)
            {
                draft.Miss(
                    brief,
                    $"{table.FullName}.{column.Name}",
                    $"How rows of today get `{table.FullName}.{column.Name}` is not designed: the ticket leaves open which of them, or what they get.",
                    criterion.Id);
            }

            return;
        }

        var name = Sql.Quoted(column.Name);
        var up = $"UPDATE {table.Written()}\nSET {name} = {value}\nWHERE {rows}{name} IS NULL;\n";
        draft.Migrate(brief, new MigrationStep($"fill_{column.Name}_of_{table.Name}", $"Fill `{column.Name}` in the rows of "
            + $"`{table.FullName}` of today", up, NothingToUndo, [
            table.FullName,
        ],
            $"ROW EXCLUSIVE on `{table.FullName}` and a lock on each row until it commits: on many rows run it in batches by key, with a pause between them.",
            TaskSize.XS)
        {
            Role = MigrationRole.Fill,
            Satisfies = [criterion.Id],
            Detail = $"\"{Words.Short(part, 160)}\". It can be run again: rows that have a value are left alone. Rows that the old version writes during the "
                + $"roll-out are filled by a second run after it.",
        });
    }

    /// <summary>The value as SQL, or null where the text does not state one.</summary>
    private static string? Value(string part, ColumnFact column, TableFact table)
    {
        var said = ValueOf().Match(part).Groups["value"].Value.Trim('`', ' ');
        return said switch
        {
            "" => null,
            _ when Now().IsMatch(said) => IsTime(column.Type) ? "now()" : null,
            _ when Literal().IsMatch(said) => Fits(said, column.Type) ? said : null,
            _ => table.Columns.FirstOrDefault(c => c.Name == said && c.Name != column.Name) is { } source ? Sql.Quoted(source.Name) : null,
        };
    }

    private static bool IsTime(string type) =>
        type.StartsWith("time", StringComparison.OrdinalIgnoreCase) || type.StartsWith("date", StringComparison.OrdinalIgnoreCase);

    private static bool Fits(string literal, string type) => literal switch
    {
        "true" or "false" => type.StartsWith("bool", StringComparison.OrdinalIgnoreCase),
        ['\'', ..] => type.Contains("char", StringComparison.OrdinalIgnoreCase) || type.EndsWith("text", StringComparison.OrdinalIgnoreCase),
        _ => Number().IsMatch(type),
    };

    /// <summary>The condition with its AND, empty for all rows, or null where the text does not say it so that a database understands.</summary>
    private static string? Which(string part, TableFact table)
    {
        var match = Condition().Match(part);
        if (!match.Success)
        {
            return All().IsMatch(part) ? "" : null;
        }

        var (column, value) = (table.Columns.FirstOrDefault(c => c.Name == match.Groups["column"].Value), match.Groups["value"].Value);
        return column is null ? null : value.ToLowerInvariant() switch
        {
            "null" or "empty" => $"{Sql.Quoted(column.Name)} IS NULL AND ",
            var plain => $"{Sql.Quoted(column.Name)} = {plain} AND ",
        };
    }

    [GeneratedRegex(@"[;.](?:\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"\b(existing|today's|old|present|current|all|every) (rows?|records?|entries|ones|data)\b|\brows? (with|where|whose|that|of today)\b"
            + @"|\bback-?fill(ed)?\b|\bfilled\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Today();

    [GeneratedRegex(
        @"\b(all|every|existing|today's|old|present|current) (rows?|records?|entries|ones|data)\b(?! (with|where|whose|that))",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 500)]
    private static partial Regex All();

    [GeneratedRegex(
        @"\b(with|where|whose) `?(?<column>\w+)`? (is |are |= ?)?`?(?<value>true|false|null|empty|[0-9]+|'[^']*')",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Condition();

    [GeneratedRegex(
        @"\b(set to|filled (with|from|by)|back-?filled (with|from|by)|copied from|taken from|get|gets) (?<value>the (time|moment|date) of [a-z ]+"
            + @"|the current time|now|`?\w+`?|'[^']*')\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ValueOf();

    [GeneratedRegex(
        @"\A(now|the (time|moment|date) of the (migration|release|roll-?out)|the current time)\z",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Now();

    [GeneratedRegex(
        @"\A(big|small)?int|\A(numeric|decimal|real|double|money)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex(@"\A(true|false|[0-9]+|'[^'\\]*')\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();
}
