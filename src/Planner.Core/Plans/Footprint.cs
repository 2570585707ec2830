using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>What a task touches: its files, tables and endpoints, and the tables that its pipelines read and write.</summary>
internal sealed class Footprint
{
    private readonly HashSet<(string Kind, string Name)> things;

    public Footprint(PlanTask task, IEnumerable<Opinion> opinions)
    {
        var paths = task.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var pipelines = opinions.Designs<PipelineDesign>().SelectMany(d => d.Pipelines).Where(p => paths.Contains(p.File));
        var tables = task.Tables.Concat(pipelines.SelectMany(p => p.Sources.Concat(p.Targets)));
        things = [.. paths.Select(p => ("file", p)), .. tables.Select(t => ("table", t)), .. task.Endpoints.Select(e => ("endpoint", e))];
    }

    public bool Meets(Footprint other) => things.Overlaps(other.things);

    /// <summary>Names of what both touch, sorted.</summary>
    public IReadOnlyList<string> SharedWith(Footprint other) =>
        [.. things.Intersect(other.things).Select(t => t.Name).Order(StringComparer.Ordinal)];
}
