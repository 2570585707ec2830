namespace Planner.Core.Planning.Runs;

/// <summary>Makes results of what the story remembers.</summary>
internal static class PlanResults
{
    public static PlanResult NotReady(PlanRequest request, TicketDigest ticket, VersionDigest version) => new()
    {
        Ticket = request.Ticket,
        Version = version.Version,
        Verdict = PlanResult.NotReady,
        Artifacts = version.Location,
        Reason = ticket.Reason,
    };

    public static PlanResult Planned(
        PlanRequest request,
        IReadOnlyList<OpinionDigest> opinions,
        SettlementDigest settlement,
        PlanDigest plan,
        ReviewDigest review,
        VersionDigest version) => new()
        {
            Ticket = request.Ticket,
            Version = version.Version,
            Verdict = review.Verdict,
            Artifacts = version.Location,
            Confidence = opinions.Where(o => o.Applies).ToDictionary(o => o.Specialist, o => o.Confidence, StringComparer.Ordinal),
            Decisions = settlement.Decisions,
            Tasks = plan.Tasks,
            Gates = review.Gates,
        };
}
