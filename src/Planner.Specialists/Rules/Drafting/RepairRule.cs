using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>Takes paths out that the review found to be wrong.</summary>
internal sealed class RepairRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var wrong = brief.Consultation.Findings.Where(f => f.Code.StartsWith("Q3", StringComparison.Ordinal)).Select(f => f.Message).ToList();
        for (var at = 0; at < draft.Tasks.Count && wrong.Count > 0; at++)
        {
            var task = draft.Tasks[at];
            draft.Tasks[at] = task with { Files = [.. task.Files.Where(f => !wrong.Exists(w => Words.Names(w, f.Path)))] };
        }
    }
}
