using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>How facts are cited.</summary>
internal static class Facts
{
    public static string Place(this TypeFact type) => $"{type.File}:{type.Line}";

    public static string Place(this EndpointFact endpoint) => $"{endpoint.File}:{endpoint.Line}";

    public static string Place(this JobFact job) => $"{job.File}:{job.Line}";

    public static string Place(this TableFact table) => table.File is null ? $"table {table.FullName}" : $"{table.File}:{table.Line}";

    /// <summary>The name with its place, like <c>`OrderService` (src/…:12)</c>.</summary>
    public static string Cited(this TypeFact type) => $"`{type.Name}` ({type.Place()})";

    public static string Cited(this EndpointFact endpoint) => $"`{endpoint.Method} {endpoint.Route}` ({endpoint.Place()})";

    public static string Cited(this TableFact table) => $"`{table.FullName}` ({table.Place()})";

    public static bool Has(this TableFact table, string column) => table.Columns.Any(c => c.Name == column);

    /// <summary>What a row of the table is called in C#: <c>order_items</c> gives <c>OrderItem</c>.</summary>
    public static string Entity(this TableFact table) => table.EntityType ?? Words.Pascal(Words.Singular(table.Name));

    /// <summary>The file's exception types, by a word of their name.</summary>
    public static TypeFact? Exception(this TicketGrounding grounding, params IReadOnlyList<string> words) => grounding.Types
        .FirstOrDefault(t => t.Name.EndsWith("Exception", StringComparison.Ordinal) && words.Any(w => t.Name.Contains(w, StringComparison.Ordinal)));
}
