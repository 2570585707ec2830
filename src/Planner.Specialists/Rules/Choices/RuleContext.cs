using Planner.Core.Specialists;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Choices;

/// <summary>All that a rule is given: the consultation, its ticket as it was read, and the choices that it raises with what people decided.</summary>
internal sealed class RuleContext : TicketContext
{
    private RuleContext(Consultation consultation, TicketContext brief, ChoiceBook choices)
        : base(brief) => (Consultation, Choices) = (consultation, choices);

    public Consultation Consultation { get; }

    public ChoiceBook Choices { get; }

    /// <summary>Reads a consultation.</summary>
    public static RuleContext Of(Consultation consultation)
    {
        var brief = TicketContext.Of(AssignmentInputs.Of(consultation, [], []), consultation.Assignment, consultation.BuildsOn);
        return new(consultation, brief, new(brief));
    }
}
