namespace Planner.Core.Opinions.Guarding;

/// <summary>Every criterion that was assigned has a task and a test.</summary>
internal sealed class CoverageGuard : IGuardRule
{
    public Opinion Apply(Opinion opinion, GuardFindings sieve)
    {
        foreach (var id in opinion.Applies ? sieve.Context.Assigned : [])
        {
            Judge(id, "task", opinion.Tasks.Any(t => t.Satisfies.Contains(id, StringComparer.Ordinal)), opinion, sieve);
            Judge(id, "test", opinion.Tests.Any(t => t.Covers.Contains(id, StringComparer.Ordinal)), opinion, sieve);
        }

        return opinion;
    }

    private static void Judge(string id, string what, bool isThere, Opinion opinion, GuardFindings sieve)
    {
        if (!isThere)
        {
            sieve.Miss(OpinionFault.Coverage, id, $"{id} is the part of {opinion.Specialist} and has no {what} there.");
        }
    }
}
