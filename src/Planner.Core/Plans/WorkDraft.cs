using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>The opinions' work under its local ids, while it is linked and added to.</summary>
internal sealed class WorkDraft
{
    /// <summary>Area of the tasks that the planner itself adds.</summary>
    public const string OwnArea = "planning";

    private readonly Dictionary<string, PlanTask> byId = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    public IReadOnlyList<PlanTask> Tasks => [.. order.Select(id => byId[id])];

    public List<PlanTest> Tests { get; } = [];

    /// <summary>Risks with the local ids of all that were merged into each.</summary>
    public List<(Risk Risk, List<string> Locals)> Risks { get; } = [];

    public static WorkDraft Of(PlanInputs inputs)
    {
        var draft = new WorkDraft();
        foreach (var opinion in inputs.Opinions.Where(o => o.Applies))
        {
            opinion.Tasks.ToList().ForEach(draft.Add);
            draft.Tests.AddRange(opinion.Tests);
            opinion.Risks.ToList().ForEach(draft.Join);
        }

        return draft;
    }

    public void Add(PlanTask task)
    {
        if (!byId.TryAdd(task.Id, task))
        {
            throw new DuplicateIdException("task", task.Id);
        }

        order.Add(task.Id);
    }

    public void Depend(string task, string dependency) =>
        byId[task] = byId[task] with { DependsOn = [.. byId[task].DependsOn.Union([dependency], StringComparer.Ordinal)] };

    /// <summary>Puts a newer state of a task in its place.</summary>
    public void Replace(PlanTask task) => byId[task.Id] = task;

    public DependencyGraph Graph() => new(order, id => byId[id].DependsOn);

    /// <summary>A reference as its owner wrote it: in full, or without the owner's own name.</summary>
    public static string? Find(string reference, string area, Func<string, bool> exists) =>
        exists(reference) ? reference : exists($"{area}/{reference}") ? $"{area}/{reference}" : null;

    private void Join(Risk risk)
    {
        var same = Risks.FindIndex(r => Subject.OfText(r.Risk.Title) == Subject.OfText(risk.Title));
        if (same < 0)
        {
            Risks.Add((risk, [risk.Id]));
            return;
        }

        var (known, locals) = Risks[same];
        locals.Add(risk.Id);
        Risks[same] = (known with
        {
            Probability = (Level)Math.Max((int)known.Probability, (int)risk.Probability),
            Impact = (Level)Math.Max((int)known.Impact, (int)risk.Impact),
            Tasks = [.. known.Tasks.Union(risk.Tasks, StringComparer.Ordinal)],
        }, locals);
    }
}
