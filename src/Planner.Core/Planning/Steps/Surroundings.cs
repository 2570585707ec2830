using Planner.Core.Grounding;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Stories;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Reads what surrounds a ticket: code base, database and earlier decisions. What cannot be read becomes a limitation.</summary>
internal sealed class Surroundings(PlanningPorts ports)
{
    private const int DatabaseAttempts = 3;

    /// <summary>The ticket among them.</summary>
    /// <param name="scope">Which code base.</param>
    /// <param name="dossier">The ticket.</param>
    /// <param name="ranked">Files in the order that they shall have; null for that of the rules.</param>
    /// <param name="call">The step's.</param>
    public async Task<(TicketGrounding Grounding, CodebaseIndex Index)> Ground(
        RunScope scope, TicketDossier dossier, IReadOnlyList<RankedFile>? ranked, StepCall call)
    {
        var limitations = new List<string>([.. dossier.Map?.Limitations ?? [], .. dossier.Discussion?.Limitations ?? []]);
        var index = await ReadCode(scope, limitations, call);
        var tables = await ReadDatabase(limitations, call);
        var memory = await Remembered(scope, limitations, call);
        var grounding = TicketGrounder.Ground(dossier.Ticket, dossier.Criteria, index, tables, memory, ranked);
        return (grounding with
        {
            Limitations = [.. grounding.Limitations, .. limitations],
            Parts = PartGrounding.Of(dossier.Parts, index, tables, memory),
        }, index);
    }

    public async Task<CodebaseIndex> ReadCode(RunScope scope, List<string> limitations, StepCall call)
    {
        try
        {
            return await ports.Codebase.Read(scope.Codebase, call.Cancellation);
        }
        catch (CodebaseUnreadableException e)
        {
            limitations.Add($"The code base could not be read: {e.Message}");
            return new CodebaseIndex { Documents = [] };
        }
    }

    private async Task<IReadOnlyList<EarlierDecision>> Remembered(RunScope scope, List<string> limitations, StepCall call)
    {
        var known = DecisionMemory.Earlier(await ports.Store.ReadShared(DecisionMemory.Path, call.Cancellation), scope.Ticket);
        if (known is null)
        {
            limitations.Add($"Earlier decisions were left out: {DecisionMemory.Path} is no valid JSON.");
        }

        return known ?? [];
    }

    private async Task<IReadOnlyList<TableFact>?> ReadDatabase(List<string> limitations, StepCall call)
    {
        if (ports.Database is null)
        {
            return null;
        }

        try
        {
            return await ports.Database.Read(call.Cancellation);
        }
        catch (DatabaseUnreadableException e) when (!e.RetryHelps || call.Attempt >= DatabaseAttempts)
        {
            limitations.Add($"The database could not be read, the migrations stand for it: {e.Message}");
            return null;
        }
    }
}
