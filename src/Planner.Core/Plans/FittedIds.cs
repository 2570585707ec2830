using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>Ids over all opinions: what bears one that is given already is left out.</summary>
internal static class FittedIds
{
    public static IReadOnlyList<Opinion> Once(IReadOnlyList<Opinion> opinions, Action<string, OpinionFinding> find)
    {
        var (tasks, tests, risks) = (New(), New(), New());
        return [.. opinions.Select(o => o with
        {
            Tasks = [.. Kept(o, o.Tasks, t => t.Id, tasks, find).Select(t => t with { Area = o.Specialist })],
            Tests = Kept(o, o.Tests, t => t.Id, tests, find),
            Risks = Kept(o, o.Risks, r => r.Id, risks, find),
        })];
    }

    private static HashSet<string> New() => new(StringComparer.Ordinal);

    private static List<T> Kept<T>(Opinion opinion, IReadOnlyList<T> items, Func<T, string> id, HashSet<string> taken, Action<string, OpinionFinding> find)
    {
        var kept = new List<T>();
        foreach (var item in opinion.Applies ? items : [])
        {
            if (taken.Add(id(item)))
            {
                kept.Add(item);
            }
            else
            {
                find(opinion.Specialist, new(OpinionFault.Id, id(item), $"The id '{id(item)}' is given twice; what bears it the second time is left out."));
            }
        }

        return kept;
    }
}
