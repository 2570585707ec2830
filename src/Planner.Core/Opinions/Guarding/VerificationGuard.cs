namespace Planner.Core.Opinions.Guarding;

/// <summary>Work says how one sees that it is done; commands that a model names are those of the code base and no others.</summary>
internal sealed class VerificationGuard : IGuardRule
{
    private const string ByHand = "Nobody said how it is verified; a reviewer holds it against what it satisfies.";

    public Opinion Apply(Opinion opinion, GuardFindings sieve) =>
        opinion with { Tasks = [.. opinion.Tasks.Select(t => Verified(Known(t, opinion, sieve), sieve))] };

    private static PlanTask Known(PlanTask task, Opinion opinion, GuardFindings sieve) => opinion.Provenance.Kind != ProvenanceKind.Model ? task : task with
    {
        Verification = sieve.Keep(task.Verification, OpinionFault.Verification, _ => task.Id, c => sieve.Context.Commands.Contains(c, StringComparer.Ordinal)
            ? null
            : $"{task.Id} is verified by a command that the code base does not have; it is left out."),
    };

    private static PlanTask Verified(PlanTask task, GuardFindings sieve)
    {
        if (task.Verification.Count > 0 || !string.IsNullOrWhiteSpace(task.ManualVerification))
        {
            return task;
        }

        sieve.Miss(OpinionFault.Verification, task.Id, $"{task.Id} does not say how it is verified.");
        return task with { ManualVerification = ByHand };
    }
}
