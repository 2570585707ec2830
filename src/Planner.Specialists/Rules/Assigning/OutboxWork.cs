using Planner.Core.Specialists;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Assigning;

/// <summary>
/// Where calls to the outside go through an outbox that is not there, the database specialist has its table to make, whatever the
/// criteria name.
/// </summary>
internal static class OutboxWork
{
    public static CriteriaAssignment Added(CriteriaAssignment assignment, AssignmentInputs inputs)
    {
        var isAsked = assignment.Owned.ContainsKey(SpecialistNames.Database) && !assignment.Applying.Contains(SpecialistNames.Database, StringComparer.Ordinal);
        return isAsked && IsWanted(assignment, inputs) ? assignment with { Applying = [SpecialistNames.Database, .. assignment.Applying] } : assignment;
    }

    private static bool IsWanted(CriteriaAssignment assignment, AssignmentInputs inputs)
    {
        var book = new ChoiceBook(TicketContext.Of(inputs, assignment));
        return OutboxTable.IsToBeMade(book, inputs.Grounding);
    }
}
