using Planner.Core.Decisions;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Decisions that the specialist brings up, and what was decided, in its summary.</summary>
internal sealed class DecisionsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        draft.Decisions.AddRange(brief.Choices.Open(draft.Specialist).Select(d => Contradiction.Weighed(d, brief.Grounding.Documents)));
        draft.Summary.AddRange(brief.Choices.Taken(draft.Specialist).Select(d => $"follows the decision \"{d.Decision.Title}\": {d.Chosen.Title}"));
    }
}
