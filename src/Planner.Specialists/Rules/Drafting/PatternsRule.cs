using Planner.Core.Opinions;
using Planner.Core.Specialists;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Asks what the patterns of a definition bring up; their words choose questions, nothing else.</summary>
internal sealed class PatternsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var pattern in brief.Consultation.Definition.Patterns.Where(p => brief.LinesWith([.. p.When]).Any() && !brief.LinesWith([.. p.Unless]).Any()))
        {
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Pattern, pattern.Pack, pattern.Ask),
                pattern.Ask,
                brief.Asker,
                blocking: false,
                pattern.Assume,
                draft.Specialist);
        }
    }
}
