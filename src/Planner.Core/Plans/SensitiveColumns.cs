using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Core.Plans;

/// <summary>A column that by its name holds something to be careful with.</summary>
internal sealed record SensitiveColumn(string Table, string Column, string Class, string Why);

/// <summary>Finds columns whose names tell that they hold personal data, secrets, money or free text. A name is a sign, no proof.</summary>
internal static class SensitiveColumns
{
    private static readonly char[] Figures = [.. "0123456789"];

    private static readonly (string Class, string Why, string[] Words)[] Signs =
    [
        ("secret", "gives access to something", Vocabulary.Words("columns", "secret")),
        ("personal", "tells who somebody is or how to reach them", Vocabulary.Words("columns", "personal")),
        ("personal", "ties the row to a person", Vocabulary.Words("columns", "person")),
        ("confidential", "is money between two parties", Vocabulary.Words("columns", "money")),
        ("unknown", "is free text, into which people write anything", Vocabulary.Words("columns", "free-text")),
    ];

    private static readonly string[] NotOfPersons = Vocabulary.Words("columns", "things");

    public static IEnumerable<SensitiveColumn> Of(IEnumerable<TableFact> tables) =>
        from table in tables
        from column in table.Columns
        let sign = Sign(table, column)
        where sign.Class is not null
        select new SensitiveColumn(table.FullName, column.Name, sign.Class!, sign.Why);

    private static (string? Class, string Why) Sign(TableFact table, ColumnFact column)
    {
        var words = IdentifierWords.All(column.Name).Select(w => w.TrimEnd(Figures)).ToList();
        var found = Signs.FirstOrDefault(s => s.Words.Intersect(words, StringComparer.Ordinal).Any());
        var ofThings = words.Contains("name", StringComparer.Ordinal) && NotOfPersons.Any(n => table.Name.Contains(n, StringComparison.OrdinalIgnoreCase));
        var isMoment = column.Type.StartsWith("timestamp", StringComparison.OrdinalIgnoreCase);
        return ofThings || isMoment ? (null, "") : (found.Class, found.Why ?? "");
    }
}
