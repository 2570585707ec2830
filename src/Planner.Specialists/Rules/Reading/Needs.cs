using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;

namespace Planner.Specialists.Rules.Reading;

/// <summary>A table that the ticket asks for, with the columns that it states.</summary>
internal sealed record NewTable(string Schema, string Name, IReadOnlyList<ColumnFact> Columns)
{
    public string FullName => Schema == "public" ? Name : $"{Schema}.{Name}";

    /// <summary>What a row is called in C#.</summary>
    public string Entity => Words.Pascal(Words.Singular(Name));
}

/// <summary>A column that the ticket asks for; the table is null where it does not say which.</summary>
internal sealed record NewColumn(TableFact? Table, ColumnFact Column);

/// <summary>An endpoint that the ticket asks for.</summary>
internal sealed record NewEndpoint(string Method, string Route)
{
    public string Text => $"{Method} {Route}";

    /// <summary>Parts of the route, without those that are parameters.</summary>
    public IReadOnlyList<string> Segments => [.. Route.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => !s.StartsWith('{'))];

    /// <summary>Names of the route's parameters.</summary>
    public IReadOnlyList<string> Parameters => [.. Route.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}').TrimEnd('?'))];
}

/// <summary>What the ticket asks for, told by its mentions.</summary>
internal sealed record Needs
{
    public IReadOnlyList<NewTable> Tables { get; init; } = [];

    public IReadOnlyList<NewColumn> Columns { get; init; } = [];

    public IReadOnlyList<NewEndpoint> Endpoints { get; init; } = [];

    /// <summary>Names of types that are to be made.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Endpoints that are there and named.</summary>
    public IReadOnlyList<EndpointFact> KnownEndpoints { get; init; } = [];

    /// <summary>Types that are there and named, in the order of the ticket.</summary>
    public IReadOnlyList<TypeFact> KnownTypes { get; init; } = [];

    /// <summary>Tables that are there and named.</summary>
    public IReadOnlyList<TableFact> KnownTables { get; init; } = [];

    /// <summary>Jobs whose work changes.</summary>
    public IReadOnlyList<JobFact> Jobs { get; init; } = [];

    /// <summary>Names that were not found.</summary>
    public IReadOnlyList<Mention> Unresolved { get; init; } = [];

    /// <summary>True where the ticket asks for something that is not there yet.</summary>
    public bool AsksForNew => Tables.Count + Columns.Count + Endpoints.Count + Types.Count > 0;
}
