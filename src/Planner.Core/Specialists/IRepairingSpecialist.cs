using Planner.Core.Opinions;
using Planner.Durability;

namespace Planner.Core.Specialists;

/// <summary>A specialist that can look at its opinion again when the guard finds something in it. It is asked once.</summary>
public interface IRepairingSpecialist : ISpecialist
{
    /// <summary>Gives the opinion again with the findings repaired; what it leaves broken is left out.</summary>
    /// <param name="consultation">The one that the opinion answers.</param>
    /// <param name="opinion">As it was given.</param>
    /// <param name="findings">What does not fit; never empty.</param>
    /// <param name="call">What it pays for goes under this key.</param>
    /// <returns>The opinion; its ledger tells what the repair took, and nothing of what was taken before.</returns>
    Task<Opinion> Repair(Consultation consultation, Opinion opinion, IReadOnlyList<OpinionFinding> findings, StepCall call);
}
