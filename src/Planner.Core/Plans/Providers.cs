using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>
/// Who provides what a task needs, in any opinion. Who says so is meant; else whoever changes the file, serves the endpoint or
/// writes the type or table, those before the task in the panel's order first.
/// </summary>
internal sealed class Providers
{
    private readonly List<Provider> stated = [];
    private readonly List<Provider> implied = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public Providers(IReadOnlyList<Opinion> opinions)
    {
        foreach (var (place, opinion) in opinions.Index())
        {
            foreach (var task in opinion.Tasks.Where(t => !t.Contingent))
            {
                places[task.Id] = place;
                stated.AddRange(task.Provides.Select(r => new Provider(task, r, place)));
                implied.AddRange(Implied(task, opinion).Select(r => new Provider(task, r, place)));
            }
        }
    }

    /// <summary>Tasks that provide it, in the panel's order, without the one that needs it.</summary>
    public IReadOnlyList<PlanTask> Of(PlanTask task, Resource need)
    {
        var place = places.GetValueOrDefault(task.Id);
        var others = With(implied, task, need);
        return With(stated, task, need) is { Count: > 0 } told ? Tasks(told)
            : others.Where(p => p.Place < place).ToList() is { Count: > 0 } before ? Tasks(before)
            : others.Count > 0 ? Tasks(others)
            : TableOf(need) is { } table ? Of(task, table) : [];
    }

    private static List<PlanTask> Tasks(IEnumerable<Provider> providers) => [.. providers.Select(p => p.Task).DistinctBy(t => t.Id)];

    private static List<Provider> With(List<Provider> all, PlanTask task, Resource need) => all.FindAll(p => p.Task.Id != task.Id && p.Resource.Equals(need));

    /// <summary>Who makes a table makes its columns.</summary>
    private static Resource? TableOf(Resource need) =>
        need.Kind == ResourceKind.Column && need.Name.LastIndexOf('.') is > 0 and var dot ? Resource.Table(need.Name[..dot]) : null;

    private static IEnumerable<Resource> Implied(PlanTask task, Opinion opinion)
    {
        var paths = task.Files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        var types = (opinion.Design<ServiceDesign>()?.Services ?? []).Where(s => paths.Contains(s.File)).Select(s => Resource.Type(s.Type));
        var tables = (opinion.Design<SchemaDesign>()?.Migrations ?? [])
            .Where(m => m.Role == MigrationRole.Expand && paths.Contains(m.UpPath))
            .SelectMany(m => m.Tables)
            .Select(Resource.Table);
        return paths.Select(Resource.File).Concat(task.Endpoints.Select(Resource.Endpoint)).Concat(types).Concat(tables);
    }

    private sealed record Provider(PlanTask Task, Resource Resource, int Place);
}
