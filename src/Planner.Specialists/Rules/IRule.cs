using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules;

/// <summary>One thing that a specialist knows: looks at the brief and adds to the draft.</summary>
internal interface IRule
{
    void Apply(Brief brief, Draft draft);
}
