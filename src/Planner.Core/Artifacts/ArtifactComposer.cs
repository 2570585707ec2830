using Planner.Core.Plans;

namespace Planner.Core.Artifacts;

/// <summary>Every class of this assembly that renders an artifact, by path.</summary>
public static class ArtifactRenderers
{
    /// <summary>All of them, sorted by path.</summary>
    public static IReadOnlyList<IArtifactRenderer> All { get; } =
        [.. typeof(IArtifactRenderer).Assembly.GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IArtifactRenderer)))
            .Select(t => (IArtifactRenderer)Activator.CreateInstance(t)!)
            .OrderBy(r => r.Path, StringComparer.Ordinal)];
}

/// <summary>Renders a plan.</summary>
public static class ArtifactComposer
{
    /// <summary>Every artifact that is due, and for each other one the reason why it is not.</summary>
    public static ArtifactSet Compose(Plan plan) => Compose(plan, ArtifactRenderers.All);

    /// <summary>What the given renderers make of a plan. Each that is due renders once.</summary>
    public static ArtifactSet Compose(Plan plan, IReadOnlyList<IArtifactRenderer> renderers)
    {
        var marks = new PlanMarks(plan);
        var left = renderers.Select(r => (r.Path, Reason: r.NotApplicable(plan))).Where(r => r.Reason is not null).ToList();
        var due = renderers.Where(r => left.TrueForAll(l => l.Path != r.Path));
        return new(
            [.. due.Select(r => new Artifact(r.Path, marks.Apply(r.Path, r.Render(plan))))],
            [.. left.Select(l => new NotApplicable(l.Path, l.Reason!))]);
    }
}
