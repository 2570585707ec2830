using Planner.Core.Grounding.Facts;

namespace Planner.Testing.Natural;

/// <summary>What tickets over a code base speak of: names that it has, and names that it does not have.</summary>
/// <param name="index">The code base.</param>
/// <param name="random">Chooses; the same seed chooses the same.</param>
internal sealed class NaturalWords(CodebaseIndex index, Random random)
{
    private static readonly string[] Nouns =
        ["return", "voucher", "wishlist", "reminder", "address", "invoice", "gift", "review", "retry", "note", "refund", "alert", "coupon", "tag"];
    private static readonly string[] Types = ["text", "bigint", "numeric(10,2)", "timestamptz", "boolean", "uuid", "integer", "jsonb", "varchar(40)", "citext"];
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Roles = ["Service", "Repository", "Validator", "Handler", "Gateway", "Options", "Policy", "Client", "Job", "Controller"];
    private static readonly string[] Actors = ["a customer", "staff", "the warehouse", "an admin", "the caller", "a user who is not signed in"];
    private static readonly string[] Files = [
        "scripts/deploy.ps1",
        "docker-compose.yml",
        "build.sh",
        "appsettings.json",
        ".github/workflows/ci.yml",
        "src/Shop.Api/Program.cs",
        "../outside.cs",
        "infra/main.bicep",
        "Dockerfile",
    ];

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>A whole number from one to another.</summary>
    public int Number(int least, int most) => random.Next(least, most + 1);

    public string Noun => One(Nouns);

    public string Actor => One(Actors);

    public string Method => One(Methods);

    public string Table => Marked(index.Tables.Count > 0 && Chance(80) ? Whole(One(index.Tables)) : NewTable);

    public string NewTable => $"{(Chance(15) ? "reporting." : "")}{Noun}_{Noun}s";

    public string Column => Marked(Chance(70)
        ? One(index.Tables.SelectMany(t => t.Columns).Select(c => c.Name).ToList())
        : $"{Noun}_{One(["at", "id", "count", "amount", "state", "total", "by"])}");

    public string ColumnType => One(Types);

    public string Type => Marked(Chance(75) ? One(index.Types).Name : NewType);

    public string NewType => $"{(Chance(30) ? "I" : "")}{Pascal(Noun)}{Pascal(Noun)}{One(Roles)}";

    public string Member =>
        Chance(70) && One(index.Types) is { Members.Count: > 0 } type ? $"`{type.Name}.{One(type.Members).Name}`" : $"`{Pascal(Noun)}Async`";

    public string Job => Marked(index.Jobs.Count > 0 && Chance(85) ? One(index.Jobs).Name : Pascal(Noun) + "Job");

    public string File => $"`{(Chance(60) ? One(index.Documents).Path : One(Files))}`";

    public string Route => index.Endpoints.Count > 0 && Chance(60) ? Of(One(index.Endpoints)) : NewRoute;

    public string NewRoute =>
        $"/api/{One(["orders", "products", "customers", "shipments", "inventory", Noun + "s", "v2/" + Noun])}{(Chance(60)
            ? $"/{{{Noun}Id}}"
            : "")}{(Chance(50) ? $"/{Noun}s" : "")}";

    private string Of(EndpointFact endpoint) => endpoint.Route + (Chance(30) ? $"/{Noun}s" : "");

    private static string Whole(TableFact table) => table.FullName;

    private string Marked(string name) => Chance(85) ? $"`{name}`" : name;

    private static string Pascal(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
