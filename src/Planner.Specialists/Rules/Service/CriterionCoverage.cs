using Planner.Core.Opinions;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>A unit test for each criterion; where no test project was found, a person looks.</summary>
internal static class CriterionCoverage
{
    public static void Add(RuleContext brief, OpinionBuilder draft, string type, IReadOnlyList<AcceptanceCriterion> criteria, string task, string? file)
    {
        foreach (var criterion in criteria)
        {
            draft.Prove(
                brief,
                $"{criterion.Id}-{type}",
                $"`{type}`: {Clauses.Of(criterion.Text)}",
                [criterion.Id],
                file is null ? TestKind.Manual : TestKind.Unit,
                task,
                file);
        }

        if (file is null)
        {
            draft.Doubts.Add("no test project was found, so a person has to look");
        }
    }
}
