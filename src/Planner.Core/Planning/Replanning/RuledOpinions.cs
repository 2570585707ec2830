using Planner.Core.Decisions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Stories;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Specialists;
using Planner.Core.Specialists.Stories;
using Planner.Durability;

namespace Planner.Core.Planning.Replanning;

/// <summary>What each specialist of a panel would say by rules alone. Costs nothing, so that it tells whom a change touches before anybody is paid.</summary>
internal static class RuledOpinions
{
    public static async Task<IReadOnlyDictionary<string, Opinion>> Of(
        ISpecialist rules, ICriteriaAssigner criteria, SpecialistPanel panel, TicketDossier dossier, TicketGrounding grounding, Settlement settlement,
        StepCall call)
    {
        var parts = StoryByStory.InOrder(dossier.Parts, StoryNaming.Add(dossier.Map, grounding.Parts));
        var names = panel.Order.Select(d => d.Name).ToList();
        var opinions = new Dictionary<string, Opinion>(StringComparer.Ordinal);
        foreach (var definition in panel.Order)
        {
            opinions[definition.Name] = await StoryByStory.Consult(
                about => GuardedConsultation.Give(rules, about with { Assignment = criteria.Assign(AssignmentInputs.Of(about, names, [])) }, call),
                parts,
                new Consultation
                {
                    Definition = definition,
                    Round = 1,
                    Ticket = dossier.Ticket,
                    Criteria = dossier.Criteria,
                    Grounding = grounding,
                    BuildsOn = [.. definition.After.Select(a => opinions[a])],
                    Decisions = settlement.Decisions,
                    Answers = settlement.Answers,
                });
        }

        return opinions;
    }
}
