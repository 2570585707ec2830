using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>Criteria that nothing in the code answers to: a spike finds their home, and people are asked once.</summary>
internal sealed class UnplacedCriteriaRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var part in TaskSplitter.Of(Allocation.Of(brief).Homeless))
        {
            Seek(brief, draft, part);
        }
    }

    private static void Seek(RuleContext brief, OpinionBuilder draft, IReadOnlyList<AcceptanceCriterion> criteria)
    {
        var (ids, first, single) = (Words.Ids(criteria.Select(c => c.Id)), criteria[0], criteria.Count == 1);
        var places = brief.Files.Likeliest;
        var where = places.Count > 0
            ? $"no type in the scanned code shares {(single ? "its" : "their")} words. By their words these files come first: "
                + $"{Words.List(places.Select(p => $"`{p}`"))}."
            : $"nothing in the scanned code shares {(single ? "its" : "their")} words.";
        draft.Cite(places);
        var task = draft.Do(brief, new Work(
            $"find-home-{first.Id}",
            $"Find where {ids} {(single ? "belongs" : "belong")} and build {(single ? "it" : "them")} there",
            $"\"{Words.Short(first.Text, 200)}\"{(single ? "" : $" and {criteria.Count - 1} more")}: {where}",
            TaskSize.M)
        {
            Satisfies = [.. criteria.Select(c => c.Id)],
            Manual = $"A reviewer sees {ids} hold; which command proves {(single ? "it" : "them")} depends on where {(single ? "it is" : "they are")} built.",
        });
        foreach (var criterion in criteria)
        {
            draft.Prove(brief, $"{criterion.Id}", $"A person sees that this holds: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Manual, task, null);
            draft.Miss(brief, criterion.Id, $"No type, endpoint, table or file answers to {criterion.Id}.", criterion.Id);
        }

        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Placement, criteria.Select(c => c.Id)),
            $"Which part of the system {(single ? "does" : "do")} {ids} concern: \"{Words.Short(first.Text, 120)}\"{(single ? "" : " and the others")}?",
            brief.Asker,
            blocking: false,
            places.Count > 0 ? $"`{places[0]}`, as its words suggest." : "A spike finds out before it is built.",
            SpecialistNames.Service);
    }
}
