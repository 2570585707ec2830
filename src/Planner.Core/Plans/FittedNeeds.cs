using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Graphs;

namespace Planner.Core.Plans;

/// <summary>
/// Needs become dependencies on whoever provides them. No dependency closes a circle: what the authors wrote goes first, then
/// needs, both in the panel's order.
/// </summary>
internal sealed class FittedNeeds(
    IReadOnlyList<Opinion> opinions, TicketGrounding grounding, Action<string, OpinionFinding> find, Action<string, Gap> miss, Action<TaskLink> linkStories)
{
    private readonly DependencyGraph graph = new(opinions.SelectMany(o => o.Tasks).Select(t => t.Id), _ => []);
    private readonly Providers providers = new(opinions);
    private readonly Existing existing = new(grounding);

    public IReadOnlyList<Opinion> Linked()
    {
        foreach (var task in Tasks())
        {
            task.DependsOn.Where(d => d != task.Id).ToList().ForEach(d => Link(task, d, "waits for"));
        }

        foreach (var (task, need) in Tasks().SelectMany(t => t.Needs.Select(n => (t, n))))
        {
            Meet(task, need);
        }

        return [.. opinions.Select(o => o with { Tasks = [.. o.Tasks.Select(t => t with { DependsOn = graph.Before(t.Id) })] })];
    }

    private IEnumerable<PlanTask> Tasks() => opinions.SelectMany(o => o.Tasks);

    private void Meet(PlanTask task, Resource need)
    {
        var found = providers.Of(task, need);
        foreach (var provider in found)
        {
            if (StoryLinks.AreApart(task, provider))
            {
                linkStories(new(task.Id, provider.Id));
            }
            else
            {
                Link(task, provider.Id, $"needs {need} of");
            }
        }

        if (found.Count == 0 && !task.Provides.Contains(need) && !existing.Has(need))
        {
            find(task.Area, new(OpinionFault.Need, task.Id, $"{task.Id} needs {need}, which is not there and which nobody provides."));
            miss(task.Area, new(
                need.Name,
                $"Nobody provides `{need.Name}`, which \"{task.Title}\" needs and which is not there.",
                task.Satisfies.FirstOrDefault(s => s.StartsWith("AC", StringComparison.Ordinal))));
        }
    }

    private void Link(PlanTask task, string earlier, string how)
    {
        if (!graph.TryAdd(task.Id, earlier))
        {
            find(task.Area, new(OpinionFault.Circle, task.Id, $"{task.Id} {how} {earlier}, which itself comes after it; the circle is cut here."));
        }
    }
}
