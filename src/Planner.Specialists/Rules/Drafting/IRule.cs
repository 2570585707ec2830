using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>One thing that a specialist knows: looks at the brief and adds to the draft.</summary>
internal interface IRule
{
    void Apply(RuleContext brief, OpinionBuilder draft);
}
