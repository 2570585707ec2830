using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>How to go back: what was deployed last goes first, migrations are undone in reverse order. Names stand in backticks.</summary>
internal static class RollbackPlan
{
    public static IReadOnlyList<string> Steps(IReadOnlyList<Opinion> opinions, IReadOnlyList<PlanTask> tasks) =>
        [.. opinions.Reverse().SelectMany(o => Code(o).Concat(Migrations(o))), .. Check(tasks)];

    private static IEnumerable<string> Code(Opinion opinion)
    {
        var other = OtherFiles(opinion);
        var tasks = opinion.Tasks.Where(t => t.Files.Any(f => !other.Contains(f.Path))).ToList();
        if (tasks.Count == 0)
        {
            yield break;
        }

        var files = tasks.SelectMany(t => t.Files).Select(f => f.Path).Where(p => !other.Contains(p)).Distinct(StringComparer.Ordinal);
        var endpoints = tasks.SelectMany(t => t.Endpoints).Distinct(StringComparer.Ordinal).ToList();
        var effect = endpoints.Count > 0 ? $" This takes back {Names(endpoints)}." : "";
        yield return $"{Stop(opinion)}Put back the version before {string.Join(", ", tasks.Select(t => t.Id))}: {Names(files)}.{effect}";
    }

    /// <summary>Migrations are undone by their own scripts, and tests do no harm.</summary>
    private static HashSet<string> OtherFiles(Opinion opinion) =>
        [.. (opinion.Design<SchemaDesign>()?.Migrations ?? []).SelectMany(m => new[] { m.UpPath, m.DownPath })
            .Concat(opinion.Tests.Select(t => t.File)).OfType<string>()];

    private static string Stop(Opinion opinion) => opinion.Design<PipelineDesign>() is { Pipelines: { Count: > 0 } pipelines }
        ? $"Stop {Names(pipelines.Select(p => p.Job).Distinct(StringComparer.Ordinal))}. "
        : "";

    private static IEnumerable<string> Migrations(Opinion opinion) =>
        (opinion.Design<SchemaDesign>()?.Migrations ?? []).Reverse().Select(m => m.Irreversible is null
            ? $"Run {(m.DownPath is null ? "the down part of " + Name(m.UpPath) : Name(m.DownPath))}; it takes back what {Name(m.Name)} did to "
                + $"{Names(m.Tables)}."
            : $"{Name(m.UpPath)} cannot be undone without loss: {m.Irreversible} Restore {Names(m.Tables)} from the backup taken before it.");

    private static IEnumerable<string> Check(IReadOnlyList<PlanTask> tasks)
    {
        var commands = tasks.SelectMany(t => t.Verification).Distinct(StringComparer.Ordinal).ToList();
        return commands.Count == 0 ? [] : [$"Show that the old state is whole: {Names(commands)}"];
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    private static string Name(string name) => $"`{name}`";
}
