using Planner.Core.Planning.Runs;
using Planner.Core.Tickets;
using Planner.Core.Tickets.Epics;

namespace Planner.Core.Planning.Replanning;

/// <summary>
/// What a run that follows knows of its ticket besides its words: what people asked to be taken up, and the ids that its criteria
/// have in the plan before.
/// </summary>
internal sealed class Additions(PlanningPorts ports)
{
    private readonly StoredRuns stored = new(ports.Store);

    public async Task<TicketDossier> To(TicketDossier dossier, Ticket ticket, RunScope scope, CancellationToken cancellation)
    {
        if (scope.Follows is not { } follows)
        {
            return dossier;
        }

        var before = await Earlier(scope.Ticket, follows, cancellation);
        IReadOnlyList<Instruction> instructions = [.. (before?.Instructions ?? [])
            .Concat(await InboxItems.Instructions(ports.Inbox, follows, cancellation))
            .DistinctBy(i => i.Id)];
        return With(dossier, ticket, before, instructions);
    }

    internal static TicketDossier With(TicketDossier dossier, Ticket ticket, TicketDossier? before, IReadOnlyList<Instruction> instructions)
    {
        var added = instructions.Select(i => new AcceptanceCriterion("", i.Text) { Source = $"refinement by {i.By}" }).ToList();
        var isNumbered = dossier.Parts is not null || CriteriaReader.IsNumbered(ticket);
        var all = CriterionIds.Kept(dossier.Criteria.Items, added, before?.Criteria.Items ?? [], isNumbered);
        var own = all.Skip(dossier.Criteria.Items.Count).ToList();
        return dossier with
        {
            Criteria = dossier.Criteria with { Items = all, Hash = CriteriaReader.Hash(all) },
            Parts = own.Count == 0 ? dossier.Parts : WithOwn(dossier.Parts, ticket, own),
            Instructions = instructions.Count == 0 ? null : instructions,
        };
    }

    /// <summary>What people add to an epic is asked for by the epic itself.</summary>
    private static List<EpicPart>? WithOwn(IReadOnlyList<EpicPart>? parts, Ticket ticket, List<AcceptanceCriterion> added)
    {
        if (parts is null)
        {
            return null;
        }

        var own = parts.FirstOrDefault(p => p.Ticket.Key == ticket.Key) ?? new EpicPart(ticket, new FrozenCriteria([], "", Derived: false));
        List<AcceptanceCriterion> items = [.. own.Criteria.Items, .. added];
        return [
            own with { Criteria = own.Criteria with { Items = items, Hash = CriteriaReader.Hash(items) } },
            .. parts.Where(p => p.Ticket.Key != ticket.Key),
        ];
    }

    private async Task<TicketDossier?> Earlier(string ticket, IReadOnlyList<string> follows, CancellationToken cancellation)
    {
        foreach (var run in follows)
        {
            if (await stored.Last(ticket, run, cancellation) is { } thoughts)
            {
                return await stored.Get<TicketDossier>(ticket, run, thoughts.Ticket, cancellation);
            }
        }

        return null;
    }
}
