using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;

namespace Planner.Core.Specialists.Stories;

/// <summary>
/// Registrations of types that a task makes while it changes a file of registrations, so that a later story finds them beside its
/// neighbours.
/// </summary>
internal static class FutureRegistrations
{
    /// <param name="tasks">Those of the stories before.</param>
    /// <param name="types">Types that these make or change.</param>
    /// <param name="known">Registrations that are there; they tell which files hold such, and how long things live there.</param>
    public static IEnumerable<RegistrationFact> Of(IEnumerable<PlanTask> tasks, IEnumerable<ServiceChange> types, IEnumerable<RegistrationFact> known)
    {
        var last = known.GroupBy(r => r.File, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Line)!, StringComparer.Ordinal);
        var made = types.Where(t => t.Change == ChangeKind.Add).ToList();
        foreach (var task in tasks)
        {
            var own = made.Where(t => task.Files.Any(f => f.Path == t.File)).ToList();
            if (task.Files.Select(f => last.GetValueOrDefault(f.Path)).FirstOrDefault(r => r is not null) is { } near)
            {
                foreach (var type in own.Where(t => t.Kind == "class" && IsAsked(t, own)))
                {
                    yield return near with { Service = own.Find(t => t.Type == "I" + type.Type)?.Type ?? type.Type, Implementation = type.Type };
                }
            }
        }
    }

    /// <summary>Rows and messages are made by hand; what has an interface, needs others or is needed comes from the container.</summary>
    private static bool IsAsked(ServiceChange type, List<ServiceChange> own) =>
        type.DependsOn.Count + type.UsedBy.Count > 0 || own.Exists(t => t.Type == "I" + type.Type);
}
