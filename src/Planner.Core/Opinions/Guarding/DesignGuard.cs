namespace Planner.Core.Opinions.Guarding;

/// <summary>An opinion has one design of each kind: readers ask for the kind, and would overlook another one.</summary>
internal sealed class DesignGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        var seen = new HashSet<Type>();
        return opinion with
        {
            Designs = sieve.Keep(opinion.Designs, OpinionFault.Schema, _ => "", d => seen.Add(d.GetType())
                ? null
                : $"{opinion.Specialist} gives a second {d.GetType().Name}; one design of each kind is read, and this one is left out."),
        };
    }
}
