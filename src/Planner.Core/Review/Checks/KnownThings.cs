using System.Text.RegularExpressions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>What exists in the scanned commit or is made by the plan.</summary>
internal sealed partial class KnownThings
{
    private readonly HashSet<string> _paths;
    private readonly HashSet<string> _tables;
    private readonly HashSet<string> _columns;
    private readonly HashSet<string> _endpoints;
    private readonly HashSet<string> _existingEndpoints;

    public KnownThings(Plan plan)
    {
        var inventory = plan.Grounding.Inventory;
        var schemas = plan.Opinions.Select(o => o.Schema).OfType<SchemaDesign>().ToList();
        var created = schemas.SelectMany(s => s.Migrations).SelectMany(m => CreatedTable().Matches(m.Up)).Select(m => TableName.Folded(m.Groups["name"].Value));
        _paths = [.. inventory.Paths];
        _tables = [.. inventory.Tables.Select(TableName.Folded), .. created];
        _columns = [.. inventory.Columns.Select(TableName.Folded), .. schemas.SelectMany(s => s.Tables).SelectMany(t => t.Columns.Select(c => TableName.Folded($"{t.FullName}.{c.Name}"))),
            .. schemas.SelectMany(s => s.Migrations).SelectMany(m => CreatedColumns.In(m.Up)).Select(TableName.Folded)];
        _existingEndpoints = [.. inventory.Endpoints.Select(Endpoint)];
        _endpoints = [.. _existingEndpoints, .. plan.Opinions.SelectMany(o => o.Api?.Endpoints ?? []).Where(e => e.Change == ChangeKind.Add).Select(e => Endpoint($"{e.Method} {e.Route}"))];
    }

    public bool HasPath(string path) => _paths.Contains(path);

    public bool HasTable(string table) => _tables.Contains(TableName.Folded(table));

    public bool HasColumn(string table, string column) => _columns.Contains(TableName.Folded($"{table}.{column}"));

    /// <summary>It exists or is added by the API design.</summary>
    public bool HasEndpoint(string endpoint) => _endpoints.Contains(Endpoint(endpoint));

    /// <summary>It exists today.</summary>
    public bool ExistsToday(string endpoint) => _existingEndpoints.Contains(Endpoint(endpoint));

    /// <summary>The name of a route's parameter makes no other route.</summary>
    private static string Endpoint(string endpoint) => Parameter().Replace(endpoint.TrimEnd('/'), "{}").ToUpperInvariant();

    [GeneratedRegex(@"\bcreate\s+(?:unlogged\s+|foreign\s+)?(?:table|view|materialized\s+view)\s+(?:if\s+not\s+exists\s+)?(?<name>[\w""]+(?:\.[\w""]+)?)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CreatedTable();

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
