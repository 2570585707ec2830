using Planner.Core.LanguageModels;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>
/// Asks the configured specialist. A model that is out of reach is waited for as long as an outage may last, once in a run: then
/// the rules think in its place, for this consultation and for each other one of the run that does not reach it either.
/// </summary>
internal sealed class Thinking(PlanningPorts ports)
{
    private const string Words = "the model was waited for as long as an outage may last";

    public async Task<Opinion> Ask(Consultation consultation, RunScope scope, StepCall call)
    {
        try
        {
            return Booked(await GuardedConsultation.Give(ports.Specialist, consultation, call), ports.Specialist.Mode);
        }
        catch (ModelOutOfReachException fault)
        {
            if (!await IsPatienceSpent(scope.Ticket, call))
            {
                throw;
            }

            var opinion = await GuardedConsultation.Give(ports.Rules, consultation, call);
            var instead = new Provenance(ProvenanceKind.RulesInsteadOfModel, fault.Model, fault.Deployment);
            return Booked(opinion, ports.Rules.Mode) with { Provenance = instead };
        }
    }

    private async Task<bool> IsPatienceSpent(string ticket, StepCall call)
    {
        var name = TextHash.Of(Words);
        if (await ports.Store.Noted(ticket, call.RunId, name, call.Cancellation) is not null)
        {
            return true;
        }

        if (call.Attempt < PlanningSteps.Consult.Retry.MaxAttempts)
        {
            return false;
        }

        var content = await ports.Store.PutContent(ticket, call.RunId, Words, call.Cancellation);
        await ports.Store.Note(ticket, call.RunId, name, content, call.Cancellation);
        return true;
    }

    private static Opinion Booked(Opinion opinion, string mode) =>
        opinion.Ledger.Count > 0 ? opinion : opinion with { Ledger = [new LedgerEntry(mode)] };
}
