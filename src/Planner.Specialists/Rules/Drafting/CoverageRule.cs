using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Drafting;

/// <summary>No criterion of a specialist is left without a task and a test.</summary>
internal sealed class CoverageRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var criterion in brief.Claims.For(draft.Specialist))
        {
            var tested = draft.Tests.Exists(t => t.Covers.Contains(criterion.Id, StringComparer.Ordinal));
            var at = draft.Tasks.FindIndex(t => t.Satisfies.Contains(criterion.Id, StringComparer.Ordinal));
            if (at < 0)
            {
                at = Home(brief, draft, criterion);
                draft.Tasks[at] = draft.Tasks[at] with { Satisfies = [.. draft.Tasks[at].Satisfies.Append(criterion.Id).Distinct(StringComparer.Ordinal)] };
            }

            if (!tested)
            {
                draft.Prove(brief, criterion.Id, $"This holds: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Integration, draft.Tasks[at].Id, null);
            }
        }
    }

    /// <summary>The task whose words are nearest; a new one where there is none at all.</summary>
    private static int Home(RuleContext brief, OpinionBuilder draft, Planner.Core.Tickets.AcceptanceCriterion criterion)
    {
        if (draft.Tasks.Count > 0)
        {
            return draft.Tasks.IndexOf(draft.Tasks.MaxBy(t => Words.Overlap(t.Title, criterion.Text))!);
        }

        draft.Miss(brief, criterion.Id, $"{criterion.Id} belongs here by its words, and nothing was found that it changes.", criterion.Id);
        draft.Cite(brief.Needs.KnownTables.Count > 0 ? [.. brief.Needs.KnownTables.Select(t => t.Place())] : brief.Files.Likeliest);
        draft.Do(brief, new Work(
            $"work-out-{criterion.Id}",
            $"Work out {criterion.Id} with its author and carry it out",
            $"\"{Words.Short(criterion.Text, 200)}\"",
            TaskSize.S)
        {
            Satisfies = [criterion.Id],
            Manual = "What proves it is settled when it is worked out.",
        });
        return 0;
    }
}
