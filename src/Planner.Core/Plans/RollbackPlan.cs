using Planner.Core.Specialists;

namespace Planner.Core.Plans;

/// <summary>How to go back: what was deployed last goes first, migrations are undone in reverse order.</summary>
internal static class RollbackPlan
{
    public static IReadOnlyList<string> Steps(IReadOnlyList<Opinion> opinions, IReadOnlyList<PlanTask> tasks) =>
        [.. opinions.Reverse().SelectMany(o => Code(o).Concat(Migrations(o))), .. Check(tasks)];

    private static IEnumerable<string> Code(Opinion opinion)
    {
        var scripts = (opinion.Schema?.Migrations ?? []).SelectMany(m => new[] { m.UpPath, m.DownPath }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var tasks = opinion.Tasks.Where(t => t.Files.Any(f => !scripts.Contains(f.Path))).ToList();
        if (tasks.Count == 0)
        {
            yield break;
        }

        var files = tasks.SelectMany(t => t.Files).Select(f => f.Path).Where(p => !scripts.Contains(p)).Distinct(StringComparer.Ordinal);
        var endpoints = tasks.SelectMany(t => t.Endpoints).Distinct(StringComparer.Ordinal).ToList();
        var effect = endpoints.Count > 0 ? $" This takes back {string.Join(", ", endpoints)}." : "";
        yield return $"{Stop(opinion)}Put back the version before {string.Join(", ", tasks.Select(t => t.Id))}: {string.Join(", ", files)}.{effect}";
    }

    private static string Stop(Opinion opinion) => opinion.Pipelines is { Pipelines: { Count: > 0 } pipelines }
        ? $"Stop {string.Join(", ", pipelines.Select(p => p.Job).Distinct(StringComparer.Ordinal))}. "
        : "";

    private static IEnumerable<string> Migrations(Opinion opinion) =>
        (opinion.Schema?.Migrations ?? []).Reverse().Select(m => m.Irreversible is null
            ? $"Run {m.DownPath ?? $"the down part of {m.UpPath}"}; it takes back {m.Name}, which writes {string.Join(", ", m.Tables)}."
            : $"{m.UpPath} ({m.Name}) cannot be undone without loss: {m.Irreversible} Restore {string.Join(", ", m.Tables)} from the backup taken before it.");

    private static IEnumerable<string> Check(IReadOnlyList<PlanTask> tasks)
    {
        var commands = tasks.SelectMany(t => t.Verification).Distinct(StringComparer.Ordinal).ToList();
        return commands.Count == 0 ? [] : [$"Show that the old state is whole: {string.Join("; ", commands)}"];
    }
}
