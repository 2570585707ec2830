using Planner.Core.Grounding.Ranking;

namespace Planner.Core.Grounding.Candidates;

/// <summary>Reads evidence as leads.</summary>
internal static class EvidenceLeads
{
    /// <summary>What weighs most first.</summary>
    public static IEnumerable<CandidateLead> Leads(this Evidence evidence) => evidence.Strongest().Select(e => new CandidateLead(e.File, e.Why));
}
