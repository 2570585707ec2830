using System.Text.RegularExpressions;

namespace Planner.Core.Opinions.Caps;

/// <summary>What evidence may name: files, tables, columns and endpoints that exist, tables and endpoints that others add before,
/// and tools of servers that gave something.</summary>
internal sealed partial class CitedThings(CapContext context, ServerLookups? servers)
{
    private readonly HashSet<string> paths = [.. context.Inventory.Paths];

    private readonly HashSet<Resource> things =
    [
        .. context.Inventory.Tables.Concat(context.BuildsOn.Designs<SchemaDesign>().SelectMany(Made)).Select(Resource.Table),
        .. context.Inventory.Columns.Select(c => new Resource(ResourceKind.Column, c)),
        .. context.Inventory.Endpoints
            .Concat(context.BuildsOn.Designs<ApiDesign>().SelectMany(d => d.Endpoints).Select(e => $"{e.Method} {e.Route}"))
            .Select(Resource.Endpoint),
    ];

    /// <summary>Entries that name something; the others count for nothing.</summary>
    public IReadOnlyList<string> Found(IReadOnlyList<string> evidence) => [.. evidence.Where(IsFound)];

    private bool IsFound(string entry)
    {
        var name = Line().Replace(entry.Trim(), "");
        return servers?.Holds(name) == true
            || paths.Contains(name)
            || things.Contains(Resource.Table(name))
            || things.Contains(new Resource(ResourceKind.Column, name))
            || things.Contains(Resource.Endpoint(name))
            || (Resource.Parse(name) is { } told && (things.Contains(told) || paths.Contains(told.Name)));
    }

    private static IEnumerable<string> Made(SchemaDesign design) => design.Tables.Select(t => t.FullName).Concat(design.Migrations.SelectMany(m => m.Tables));

    [GeneratedRegex(@":[0-9]+(-[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Line();
}
