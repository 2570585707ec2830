using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Audits;

namespace Planner.Core.Review.Reading;

/// <summary>
/// What of an audit counts. What cites nothing is left out. What was wrong before stays wrong until the auditor says by place and words
/// that it is settled, so that silence settles nothing. An audit that looked at next to nothing has not run.
/// </summary>
internal static class AuditJudgement
{
    private const int FewestChecked = 5;

    /// <summary>Of an audit that was given.</summary>
    /// <param name="audit">As it was given.</param>
    /// <param name="plan">The plan that it read.</param>
    /// <param name="shown">Earlier claims that it was shown, in order.</param>
    public static AuditReport Of(PlanAudit audit, Plan plan, IReadOnlyList<AuditClaim> shown)
    {
        var citations = new AuditCitations(plan, audit.Texts);
        var seen = audit.Checked.Where(c => citations.Stand(c.Place, c.Quote)).ToList();
        var claims = audit.Claims.Where(c => citations.Stand(c.Place, c.Quote)).ToList();
        var leftOut = audit.Checked.Count - seen.Count + audit.Claims.Count - claims.Count;
        var standing = Standing(audit, citations, shown).Concat(claims.Select(c => Owned(c, plan))).Distinct().ToList();
        var (status, reason) = Judge(standing, seen.DistinctBy(c => (c.Place, c.Quote)).Count(), leftOut);
        return new(status, reason, audit.Model) { Checked = seen, Claims = standing, LeftOut = leftOut };
    }

    /// <summary>Of an audit that did not take place: what was wrong before may still be.</summary>
    /// <param name="reason">Why it did not.</param>
    /// <param name="plan">The plan that should have been read.</param>
    /// <param name="earlier">What was found before.</param>
    public static AuditReport Missed(string reason, Plan plan, IReadOnlyList<AuditClaim> earlier)
    {
        var citations = new AuditCitations(plan, []);
        return new(AuditStatus.NotRun, reason, null) { Claims = [.. earlier.Where(c => citations.Has(c.Place))] };
    }

    private static IEnumerable<AuditClaim> Standing(PlanAudit audit, AuditCitations citations, IReadOnlyList<AuditClaim> shown) =>
        shown.Where((c, i) => citations.Has(c.Place) && !IsSettled(audit.Earlier.Where(e => e.Number == i + 1), citations));

    private static bool IsSettled(IEnumerable<EarlierClaim> said, AuditCitations citations) =>
        said.ToList() is { Count: > 0 } all && all.TrueForAll(e => !e.Holds && citations.Stand(e.Place, e.Quote));

    private static (AuditStatus Status, string Reason) Judge(List<AuditClaim> claims, int seen, int leftOut)
    {
        var blocking = claims.Count(c => c.Blocks);
        var figures = $"things that were looked at: {seen}; found wrong or missing: {claims.Count}, of which must not stay: {blocking}";
        var less = leftOut == 0 ? "" : $"; left out, because their place or their words stand nowhere: {leftOut}";
        return blocking > 0 ? (AuditStatus.Failed, $"{figures}{less}.")
            : seen < FewestChecked
                ? (AuditStatus.NotRun, $"fewer than {FewestChecked} things were looked at by place and words, which shows nothing; {figures}{less}.")
            : (AuditStatus.Passed, $"{figures}{less}.");
    }

    /// <summary>With who can mend it: whose the place is, else who is named and sits on the panel, else who works there.</summary>
    private static AuditClaim Owned(AuditClaim claim, Plan plan)
    {
        var place = AuditCitations.PlaceOf(claim.Place);
        string?[] candidates =
        [
            plan.Tasks.FirstOrDefault(t => t.Id == place)?.Area,
            plan.Opinions.FirstOrDefault(o => Has(o, place))?.Specialist,
            claim.Specialist?.Trim(),
            plan.Tasks.FirstOrDefault(t => t.Files.Any(f => f.Path == place) || t.Satisfies.Contains(place, StringComparer.Ordinal))?.Area,
        ];
        return claim with { Specialist = candidates.FirstOrDefault(name => plan.Panel.Any(s => s.Name == name)) };
    }

    private static bool Has(Opinion opinion, string id) =>
        opinion.Tests.Any(t => t.Id == id) || opinion.Risks.Any(r => r.Id == id)
        || opinion.Decisions.Any(d => d.Id == id) || opinion.Questions.Any(q => q.Id == id);
}
