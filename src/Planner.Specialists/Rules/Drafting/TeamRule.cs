using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>What rules can say for a team's own specialist: the questions of its patterns, and that its file says more.</summary>
internal sealed class TeamRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        draft.Cite(brief.Consultation.Definition.Origin?.Path ?? "");
        draft.Reservations.Add("rules ask what its patterns bring up; the rest of its file needs a model");
        draft.Summary.Add("asks what the team wants to have asked");
    }
}
