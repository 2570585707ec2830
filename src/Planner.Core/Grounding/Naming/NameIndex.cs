using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Paths;

namespace Planner.Core.Grounding.Naming;

/// <summary>Looks names up among all that was found in a code base.</summary>
internal sealed class NameIndex
{
    private const int MostHits = 10;
    private const int MostHolders = 40;

    private readonly CodebaseIndex index;
    private readonly ILookup<string, TypeFact> types;
    private readonly Dictionary<string, TableFact> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, string> fileNames;

    public NameIndex(CodebaseIndex index, IReadOnlyList<TableFact> allTables)
    {
        this.index = index;
        Tables = allTables;
        types = index.Types.ToLookup(t => t.Name, StringComparer.Ordinal);
        fileNames = index.Documents.Select(d => d.Path).ToLookup(PathParts.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var table in allTables)
        {
            tables.TryAdd(table.FullName, table);
            tables.TryAdd($"{table.Schema}.{table.Name}", table);
            tables.TryAdd(table.Name, table);
        }
    }

    public IReadOnlyList<TableFact> Tables { get; }

    public TableFact? Table(string name) => tables.GetValueOrDefault(name);

    public IReadOnlyList<string> Types(string name) =>
        [.. types[name].Take(MostHits).Select(t => $"{t.File}:{t.Line}")];

    public IReadOnlyList<string> Members(string name, string? type = null) =>
        [.. (type is null ? index.Types : types[type])
            .SelectMany(t => t.Members.Where(m => m.Name == name).Select(m => $"{t.File}:{m.Line}"))
            .Take(MostHits)];

    public IReadOnlyList<string> Columns(string name) =>
        [.. Tables.Where(t => HasColumn(t, name)).Take(MostHits).Select(t => $"{t.FullName}.{name.ToLowerInvariant()}")];

    public static bool HasColumn(TableFact table, string name) =>
        table.Columns.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<string> Endpoints(string text)
    {
        var (method, route) = RouteMatch.Parse(text);
        var candidates = index.Endpoints.Where(e => method.Length == 0 || e.Method == method).ToList();
        var exact = candidates.Where(e => RouteMatch.Same(e.Route, route)).ToList();
        var hits = exact.Count > 0 ? exact : [.. candidates.Where(e => RouteMatch.EndsWith(e.Route, route))];
        return [.. hits.Select(e => $"{e.Method} {e.Route}").Distinct(StringComparer.Ordinal).Take(MostHits)];
    }

    /// <summary>A whole path, the end of one, a file's name, or a folder.</summary>
    public IReadOnlyList<string> Files(string text)
    {
        var path = text.Replace('\\', '/').TrimStart('.', '/').TrimEnd('/');
        if (path.Length == 0)
        {
            return [];
        }

        var named = fileNames[PathParts.Name(path)];
        var hits = named.Where(p => p.Equals(path, StringComparison.OrdinalIgnoreCase) || p.EndsWith("/" + path, StringComparison.OrdinalIgnoreCase)).ToList();
        if (hits.Count == 0 && path.Contains('/', StringComparison.Ordinal))
        {
            hits = [.. index.Documents.Select(d => d.Path).Where(p => p.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase))];
        }

        return [.. hits.Take(MostHits)];
    }

    /// <summary>Files other than documentation in which a name stands; none where it stands all over, like the product's own name.</summary>
    public IReadOnlyList<string> Holders(string name)
    {
        var holders = Holding(name);
        return holders.Count > MostHolders ? [] : [.. holders.Take(MostHits)];
    }

    /// <summary>True where a name stands all over, as those of the product and of the framework do: it tells nothing.</summary>
    public bool IsCommon(string name) => Holding(name).Count > MostHolders;

    private List<string> Holding(string name)
    {
        var term = name.ToLowerInvariant();
        return [.. index.Documents.Where(d => d.Terms.ContainsKey(term) && !d.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
            .Take(MostHolders + 1)
            .Select(d => d.Path)];
    }

    /// <summary>A project, or the types of a namespace.</summary>
    public IReadOnlyList<string> Spaces(string name)
    {
        var projects = index.Projects.Where(p => p.Name == name).Select(p => p.Path).ToList();
        return projects.Count > 0 ? projects : [.. index.Types.Where(t => t.Namespace == name).Take(MostHits).Select(t => $"{t.File}:{t.Line}")];
    }
}
