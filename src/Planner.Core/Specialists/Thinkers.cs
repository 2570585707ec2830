namespace Planner.Core.Specialists;

/// <summary>Who thinks in a host: with its language model where it has one, else by rules alone.</summary>
/// <param name="Specialist">Speaks for every member of the panel.</param>
/// <param name="Analyst">Reads tickets closely; null where the rules alone think.</param>
public sealed record Thinkers(ISpecialist Specialist, ITicketAnalyst? Analyst);
