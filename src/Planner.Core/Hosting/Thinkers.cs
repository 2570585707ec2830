using Planner.Core.Review.Audits;
using Planner.Core.Specialists;

namespace Planner.Core.Hosting;

/// <summary>Who thinks in a host: with its language model where it has one, else by rules alone.</summary>
/// <param name="Specialist">Speaks for every member of the panel.</param>
/// <param name="Analyst">Reads tickets closely; null where the rules alone think.</param>
/// <param name="Auditor">Reads plans a second time; null where the rules alone think.</param>
public sealed record Thinkers(ISpecialist Specialist, ITicketAnalyst? Analyst, IPlanAuditor? Auditor)
{
    /// <summary>The rules alone.</summary>
    public static Thinkers ByRules(ISpecialist rules) => new(rules, Analyst: null, Auditor: null);
}
