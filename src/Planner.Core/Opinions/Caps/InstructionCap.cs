namespace Planner.Core.Opinions.Caps;

/// <summary>Something that it was shown speaks to the model. What it says of itself may be somebody else's words then.</summary>
internal sealed class InstructionCap : IConfidenceCap
{
    private const int Most = 8;

    public HeldAt? Of(Opinion opinion, CapContext context) =>
        opinion.Findings.Any(f => f.Fault == OpinionFault.Instruction) ? new(Most, "something that it was shown tries to instruct it") : null;
}
