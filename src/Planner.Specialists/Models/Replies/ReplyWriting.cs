using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Opinions.Guarding.Writing;
using Planner.Core.Plans;
using Planner.Core.Specialists;
using Planner.Core.Tickets;

namespace Planner.Specialists.Models.Replies;

/// <summary>
/// Cleans a reply before anything is made of it: texts are taken apart and joined there, and half a link is none that a rule finds. The
/// guard cleans the opinion once more, whoever made it.
/// </summary>
internal static class ReplyWriting
{
    /// <summary>The reply without what leads elsewhere, runs or hides, and a finding for each field that held some.</summary>
    public static (OpinionReply Reply, IReadOnlyList<OpinionFinding> Findings) Clean(OpinionReply reply, Consultation consultation)
    {
        var findings = new List<OpinionFinding>();
        var known = Known(consultation.Ticket, consultation.Criteria, consultation.Discussion, consultation.Grounding);
        var cleaned = ModelWriting.Clean(reply, known, (place, what) => findings.Add(Found(place, what)));
        return (cleaned, [.. findings.Distinct()]);
    }

    /// <summary>An audit in the same way. What it quotes stays: it counts only where it stands in what was read.</summary>
    public static AuditReply Clean(AuditReply reply, Plan plan) =>
        ModelWriting.Clean(reply, Known(plan.Ticket, plan.Criteria, Discussion.None, plan.Grounding), (_, _) => { });

    private static KnownWriting Known(Ticket ticket, FrozenCriteria criteria, Discussion discussion, TicketGrounding grounding) =>
        KnownWriting.Of(KnownLinks.Of(ticket, criteria, discussion, grounding), grounding.Conventions.VerificationCommands);

    private static OpinionFinding Found(string place, string what) =>
        new(OpinionFault.Writing, "", ModelWriting.Told(place, what)) { Corrected = true };
}
