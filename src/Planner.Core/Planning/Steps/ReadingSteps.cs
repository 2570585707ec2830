using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Specialists;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Lets a model read the ticket closely and put the likely files into order.</summary>
internal sealed class ReadingSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    private readonly Surroundings surroundings = new(ports);
    private readonly ModelPatience patience = new(ports);

    public async Task<GroundingDigest> Understand(UnderstandRequest request, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Reading, "Reading the ticket closely");
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var known = await folder.Get<TicketGrounding>(call, request.Scope, request.Grounding);
        var read = await Closely(request, dossier, known, call);
        var grounding = read with { Limitations = [.. read.Limitations, .. NoticedInputs.Of(dossier, known)] };
        var reference = await folder.Put(call, request.Scope, grounding);
        await journal.Done(call, JournalOrder.Reading, Said(grounding));
        return new GroundingDigest(reference, grounding.Files.Count, grounding.Limitations.Count) { IsReadClosely = true };
    }

    private async Task<TicketGrounding> Closely(UnderstandRequest request, TicketDossier dossier, TicketGrounding known, StepCall call)
    {
        try
        {
            // The host that goes on with a run may have lost its model since the run began.
            if (ports.Analyst is not { } analyst)
            {
                return Unread(known, "no model is set up any more");
            }

            var inputs = Inputs(request, dossier, known);
            var (close, notes) = ReadingGuard.Admit(await analyst.Read(inputs, call), inputs);
            var (grounding, _) = await surroundings.Ground(request.Scope, dossier, close.Files, call);
            return grounding with
            {
                Reading = close.Reading,
                ReadingLedger = new RunLedger(call.RunId, close.Ledger),
                Limitations = [.. grounding.Limitations, .. notes],
            };
        }
        catch (ModelAnswerException fault)
        {
            var unread = Unread(known, $"nothing could be made of what the model {fault.Answer.Model} said: {fault.Message.TrimEnd('.')}");
            return unread with { ReadingLedger = new RunLedger(call.RunId, fault.Paid) };
        }
        catch (ModelBudgetException fault)
        {
            return Unread(known, $"{fault.Limit} left no room for another call") with { ReadingLedger = new RunLedger(call.RunId, fault.Paid) };
        }
        catch (ModelOutOfReachException fault)
        {
            if (!await patience.IsSpent(request.Scope.Ticket, PlanningSteps.Understand.Retry, call))
            {
                throw;
            }

            return Unread(known, $"the model {fault.Model} was out of reach");
        }
    }

    private static AnalysisInputs Inputs(UnderstandRequest request, TicketDossier dossier, TicketGrounding known) =>
        new(dossier.Ticket, dossier.Criteria, known, request.Scope.Previous) { Discussion = dossier.Discussion ?? Discussion.None };

    private static TicketGrounding Unread(TicketGrounding known, string why) =>
        known with { Limitations = [.. known.Limitations, $"The ticket was read by rules alone, because {why}."] };

    private static string Said(TicketGrounding grounding) => grounding.Reading is { } reading
        ? $"Read the ticket closely: {Count.Of(reading.Work.Count, "listed task")}, {Count.Of(reading.Removals.Count, "removal")}, "
            + $"{Count.Of(reading.Contradictions.Count, "contradiction")}, {Count.Of(reading.Open.Count, "open point")}"
        : "The ticket was read by rules alone";
}
