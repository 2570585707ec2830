using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Risks;

/// <summary>A risk of the catalogue: raised where the facts show it, with the tasks that answer it.</summary>
internal interface IRisk
{
    /// <summary>Who brings it up.</summary>
    string Specialist { get; }

    /// <summary>The risk without its id's prefix, or null where the facts do not raise it. Its tasks are those of the draft.</summary>
    Risk? Find(RuleContext brief, OpinionBuilder draft);
}
