using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>What exists in the scanned commit or is made by the plan.</summary>
internal sealed class KnownThings
{
    private readonly HashSet<string> _paths;
    private readonly HashSet<string> _tables;
    private readonly HashSet<string> _columns;
    private readonly HashSet<string> _served;
    private readonly HashSet<string> _published;
    private readonly MadeThings _made;

    public KnownThings(Plan plan)
    {
        var inventory = plan.Grounding.Inventory;
        var designed = plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Tables).SelectMany(t => t.Columns.Select(c => $"{t.FullName}.{c.Name}"));
        _made = new(plan);
        _paths = [.. inventory.Paths];
        _tables = [.. inventory.Tables.Select(TableName.Folded)];
        _columns = [.. inventory.Columns.Concat(designed).Select(TableName.Folded), .. _made.Columns];
        _served = [.. inventory.Endpoints.Select(RouteName.Folded)];
        _published = [.. plan.Grounding.Conventions.Contracts.SelectMany(c => c.Operations).Select(RouteName.Folded), .. _served];
    }

    public bool HasPath(string path) => _paths.Contains(path);

    /// <summary>It exists, or a task applies a migration that creates it.</summary>
    public bool HasTable(string table) => _tables.Contains(TableName.Folded(table)) || _made.Tables.ContainsKey(TableName.Folded(table));

    /// <summary>The first wave in which the table exists: 0 for one of today.</summary>
    public int WaveOfTable(string table) => _tables.Contains(TableName.Folded(table)) ? 0 : _made.Tables.GetValueOrDefault(TableName.Folded(table));

    /// <summary>It exists or is made; also where nothing is known of the columns of a table that exists.</summary>
    public bool HasColumn(string table, string column) =>
        _columns.Contains(TableName.Folded($"{table}.{column}"))
            || (HasTable(table) && !_columns.Any(c => c.StartsWith(TableName.Folded(table) + ".", StringComparison.Ordinal)));

    /// <summary>It exists, in code or in a contract, or is added by the API design.</summary>
    public bool HasEndpoint(string endpoint) => IsPublished(endpoint) || _made.Endpoints.ContainsKey(RouteName.Folded(endpoint));

    /// <summary>The first wave in which the endpoint exists: 0 for one of today, and for one of which no task says where it is made.</summary>
    public int WaveOfEndpoint(string endpoint) => IsPublished(endpoint) ? 0 : _made.Endpoints.GetValueOrDefault(RouteName.Folded(endpoint));

    /// <summary>Code of today serves it.</summary>
    public bool IsServed(string endpoint) => _served.Contains(RouteName.Folded(endpoint));

    /// <summary>Code of today serves it, or a contract describes it.</summary>
    public bool IsPublished(string endpoint) => _published.Contains(RouteName.Folded(endpoint));
}
