using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>How strong a model a piece of work deserves; the tiers of the configured deployments.</summary>
public enum BuilderTier
{
    /// <summary>Small and clear work.</summary>
    Fast,

    /// <summary>Work with a pattern to follow.</summary>
    Standard,

    /// <summary>Work where a mistake is costly or the pattern must be found.</summary>
    Deep,
}

/// <summary>Who does a task.</summary>
/// <param name="Task">The task.</param>
/// <param name="ByPerson">True where nothing is written: a decision, a look, or a command on a running system.</param>
/// <param name="Builder">The builder's tier.</param>
/// <param name="Reviewer">The reviewer's tier, or null where the validator is enough.</param>
/// <param name="Why">The facts that the tier follows from.</param>
public sealed record Assignment(PlanTask Task, bool ByPerson, BuilderTier Builder, BuilderTier? Reviewer, string Why)
{
    /// <summary>Tasks by id with who does them: size gives the tier, danger raises it by one.</summary>
    public static IReadOnlyList<Assignment> Of(Plan plan) => [.. plan.Tasks.Where(t => !t.Contingent).Select(t => Of(t, plan))];

    /// <summary>The tier above, or the same where there is none.</summary>
    public static BuilderTier Above(BuilderTier tier) => tier == BuilderTier.Deep ? BuilderTier.Deep : tier + 1;

    private static Assignment Of(PlanTask task, Plan plan)
    {
        var dangers = Dangers(task, plan).ToList();
        var bySize = BySize(task.Size);
        var builder = dangers.Count > 0 ? Above(bySize) : bySize;
        BuilderTier? reviewer = task.Size < TaskSize.M && dangers.Count == 0 ? null : Above(builder);
        return new(task, task.Files.Count == 0, builder, reviewer, string.Join("; ", dangers.Prepend($"size {task.Size}")));
    }

    private static BuilderTier BySize(TaskSize size) => size switch
    {
        TaskSize.XS => BuilderTier.Fast,
        TaskSize.S => BuilderTier.Standard,
        TaskSize.M => BuilderTier.Standard,
        TaskSize.L or TaskSize.XL => BuilderTier.Deep,
        _ => throw new ArgumentOutOfRangeException(nameof(size)),
    };

    private static IEnumerable<string> Dangers(PlanTask task, Plan plan)
    {
        var grave = plan.Risks.Where(r => r is { Impact: Level.High, Probability: not Level.Low } && r.Tasks.Contains(task.Id, StringComparer.Ordinal))
            .Select(r => r.Id)
            .ToList();
        if (grave.Count > 0)
        {
            yield return $"mitigates {string.Join(", ", grave)}";
        }

        if (Migrations(task, plan).Any(m => m.Irreversible is not null))
        {
            yield return "cannot be undone without loss";
        }
    }

    /// <summary>The migrations that a task writes.</summary>
    public static IEnumerable<MigrationScript> Migrations(PlanTask task, Plan plan) =>
        plan.Opinions.Designs<SchemaDesign>().SelectMany(d => d.Migrations).Where(m => task.Files.Any(f => f.Path == m.UpPath));
}
