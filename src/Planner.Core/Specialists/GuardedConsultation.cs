using Planner.Core.Opinions;
using Planner.Core.Opinions.Caps;
using Planner.Core.Opinions.Guarding;
using Planner.Core.Opinions.Guarding.Writing;
using Planner.Durability;

namespace Planner.Core.Specialists;

/// <summary>
/// The one way to an opinion, whoever thinks: the specialist, the guard, one repair where its author can, then what holds and how sure
/// it may be.
/// </summary>
public static class GuardedConsultation
{
    /// <summary>What of a specialist's opinion holds.</summary>
    public static async Task<Opinion> Give(ISpecialist specialist, Consultation consultation, StepCall call)
    {
        var opinion = await specialist.Consult(consultation, call);
        var context = Context(consultation, opinion);
        var findings = OpinionGuard.Check(opinion, context);
        if (specialist is IRepairingSpecialist author && findings.Any(f => !f.Corrected))
        {
            var repaired = await author.Repair(consultation, opinion, findings, call with { Key = $"{call.Key}/repair" });
            opinion = repaired with { Ledger = [.. opinion.Ledger, .. repaired.Ledger] };
        }

        return EvidenceCaps.Held(OpinionGuard.Admit(opinion, context), Caps(consultation));
    }

    private static CapContext Caps(Consultation consultation) => new(
        consultation.Grounding.Inventory,
        consultation.BuildsOn,
        consultation.Before,
        consultation.Decisions.Count + consultation.Answers.Count + consultation.Findings.Count > 0
            || consultation.Research.Any(n => !n.TellsOnlyThatItExists));

    private static IReadOnlyList<string> Known(Consultation about) => KnownLinks.Of(about.Ticket, about.Criteria, about.Discussion, about.Grounding);

    private static GuardContext Context(Consultation consultation, Opinion opinion) => new()
    {
        Specialist = consultation.Definition.Name,
        Round = consultation.Round,
        Criteria = [.. consultation.Criteria.Items.Select(c => c.Id)],
        Assigned = consultation.Assignment.Of(consultation.Definition.Name),
        Inventory = consultation.Grounding.Inventory,
        BuildsOn = consultation.BuildsOn,
        Decisions = [.. consultation.Decisions.Select(d => d.Decision.Id)],
        Commands = consultation.Grounding.Conventions.VerificationCommands,
        // Rules write no links of their own, and reading all of the grounding takes time.
        Links = opinion.Provenance.Kind == ProvenanceKind.Model ? Known(consultation) : [],
    };
}
