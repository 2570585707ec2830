using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>What exists in the scanned commit or is made by the plan.</summary>
internal sealed class KnownThings
{
    private readonly HashSet<string> paths;
    private readonly HashSet<string> tables;
    private readonly HashSet<string> columns;
    private readonly HashSet<string> served;
    private readonly HashSet<string> published;
    private readonly MadeThings made;

    public KnownThings(Plan plan)
    {
        var inventory = plan.Grounding.Inventory;
        var designed = plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Tables).SelectMany(t => t.Columns.Select(c => $"{t.FullName}.{c.Name}"));
        made = new(plan);
        paths = [.. inventory.Paths];
        tables = [.. inventory.Tables.Select(TableName.Folded)];
        columns = [.. inventory.Columns.Concat(designed).Select(TableName.Folded), .. made.Columns];
        served = [.. inventory.Endpoints.Select(RouteName.Folded)];
        published = [.. plan.Grounding.Conventions.Contracts.SelectMany(c => c.Operations).Select(RouteName.Folded), .. served];
    }

    public bool HasPath(string path) => paths.Contains(path);

    /// <summary>It exists, or a task applies a migration that creates it.</summary>
    public bool HasTable(string table) => tables.Contains(TableName.Folded(table)) || made.Tables.ContainsKey(TableName.Folded(table));

    /// <summary>The first wave in which the table exists: 0 for one of today.</summary>
    public int WaveOfTable(string table) => tables.Contains(TableName.Folded(table)) ? 0 : made.Tables.GetValueOrDefault(TableName.Folded(table));

    /// <summary>It exists or is made; also where nothing is known of the columns of a table that exists.</summary>
    public bool HasColumn(string table, string column) =>
        columns.Contains(TableName.Folded($"{table}.{column}"))
            || (HasTable(table) && !columns.Any(c => c.StartsWith(TableName.Folded(table) + ".", StringComparison.Ordinal)));

    /// <summary>It exists, in code or in a contract, or is added by the API design.</summary>
    public bool HasEndpoint(string endpoint) => IsPublished(endpoint) || made.Endpoints.ContainsKey(RouteName.Folded(endpoint));

    /// <summary>The first wave in which the endpoint exists: 0 for one of today, and for one of which no task says where it is made.</summary>
    public int WaveOfEndpoint(string endpoint) => IsPublished(endpoint) ? 0 : made.Endpoints.GetValueOrDefault(RouteName.Folded(endpoint));

    /// <summary>Code of today serves it.</summary>
    public bool IsServed(string endpoint) => served.Contains(RouteName.Folded(endpoint));

    /// <summary>Code of today serves it, or a contract describes it.</summary>
    public bool IsPublished(string endpoint) => published.Contains(RouteName.Folded(endpoint));
}
