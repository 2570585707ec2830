using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reading;

/// <summary>What tasks of the plan make, and the first wave that makes it. A migration or endpoint that no task that is due works on is not made.</summary>
internal sealed partial class MadeThings
{
    private readonly Plan plan;

    public MadeThings(Plan plan)
    {
        this.plan = plan;
        var migrations = plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Migrations).Where(m => WaveOf(m.UpPath, _ => true) > 0).ToList();
        Tables = ByFirstWave(migrations.SelectMany(m => CreatedTable()
            .Matches(m.Up)
            .Select(t => (TableName.Folded(t.Groups["name"].Value), WaveOf(m.UpPath, _ => true)))));
        Columns = [.. migrations.SelectMany(m => CreatedColumns.In(m.Up)).Select(TableName.Folded)];
        Endpoints = ByFirstWave(plan.Opinions.Designs<ApiDesign>().SelectMany(d => d.Endpoints).Where(e => e.Change == ChangeKind.Add).Select(Added));
    }

    /// <summary>Folded names with their wave, from 1.</summary>
    public IReadOnlyDictionary<string, int> Tables { get; }

    /// <summary>Folded names.</summary>
    public HashSet<string> Columns { get; }

    /// <summary>Folded endpoints with their wave; 0 where no task says where it is made.</summary>
    public IReadOnlyDictionary<string, int> Endpoints { get; }

    private (string, int) Added(EndpointChange endpoint)
    {
        var name = RouteName.Folded($"{endpoint.Method} {endpoint.Route}");
        return (name, WaveOf(endpoint.File, t => t.Endpoints.Select(RouteName.Folded).Contains(name, StringComparer.Ordinal)));
    }

    /// <summary>The first wave with a task that changes the file; 0 where there is none.</summary>
    private int WaveOf(string path, Func<PlanTask, bool> serves) =>
        plan.Tasks.Where(t => !t.Contingent && t.Files.Any(f => f.Path == path) && serves(t)).Select(t => t.Wave).DefaultIfEmpty(0).Min();

    private static Dictionary<string, int> ByFirstWave(IEnumerable<(string Name, int Wave)> made) =>
        made.GroupBy(m => m.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Min(m => m.Wave), StringComparer.Ordinal);

    [GeneratedRegex(
        @"\bcreate\s+(?:unlogged\s+|foreign\s+)?(?:table|view|materialized\s+view)\s+(?:if\s+not\s+exists\s+)?(?<name>[\w""]+(?:\.[\w""]+)?)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CreatedTable();
}
