using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>
/// Asks the configured specialist. A model that is out of reach is waited for as long as an outage may last, once in a run: then
/// the rules think in its place, for this consultation and for each other one of the run that does not reach it either. Where the
/// budget leaves no room for a call, they do at once.
/// </summary>
internal sealed class SpecialistCaller(PlanningPorts ports)
{
    private readonly ModelPatience patience = new(ports);

    public async Task<Opinion> Ask(Consultation consultation, RunScope scope, StepCall call)
    {
        try
        {
            return Booked(await GuardedConsultation.Give(ports.Specialist, consultation, call), ports.Specialist.Mode);
        }
        catch (ModelOutOfReachException fault)
        {
            if (!await patience.IsSpent(scope.Ticket, PlanningSteps.Consult.Retry, call))
            {
                throw;
            }

            return await Instead(new Provenance(ProvenanceKind.RulesInsteadOfModel, fault.Model, fault.Deployment), [], consultation, call);
        }
        catch (ModelBudgetException fault)
        {
            return StandsStill(consultation, fault) ?? await Instead(
                new Provenance(ProvenanceKind.RulesInsteadOfModel, fault.Model, fault.Deployment) { Budget = fault.Limit }, fault.Paid, consultation, call);
        }
        catch (ModelAnswerException fault)
        {
            var instead = new Provenance(ProvenanceKind.RulesInsteadOfModel, fault.Answer.Model, fault.Answer.Deployment) { Reason = fault.Message };
            return await Instead(instead, fault.Paid, consultation, call);
        }
    }

    /// <summary>What a model said before in the run is better than what the rules would say now, unless people have decided something since.</summary>
    private static Opinion? StandsStill(Consultation consultation, ModelBudgetException fault) =>
        consultation.Before is { } earlier && consultation.Decisions.Count + consultation.Answers.Count == 0
            ? earlier with
            {
                Round = consultation.Round,
                Provenance = earlier.Provenance with { Budget = fault.Limit },
                Ledger = fault.Paid.Count > 0 ? fault.Paid : [new LedgerEntry(fault.Model)],
            }
            : null;

    private async Task<Opinion> Instead(Provenance why, IReadOnlyList<LedgerEntry> paid, Consultation consultation, StepCall call)
    {
        var opinion = Booked(await GuardedConsultation.Give(ports.Rules, consultation, call), ports.Rules.Mode);
        return opinion with { Provenance = why, Ledger = [.. paid, .. opinion.Ledger] };
    }

    private static Opinion Booked(Opinion opinion, string mode) =>
        opinion.Ledger.Count > 0 ? opinion : opinion with { Ledger = [new LedgerEntry(mode)] };
}
