using Planner.Core.Specialists.Rules.Drafting;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules;

/// <summary>One thing that a specialist knows: looks at the brief and adds to the draft.</summary>
internal interface IRule
{
    void Apply(Brief brief, Draft draft);
}
