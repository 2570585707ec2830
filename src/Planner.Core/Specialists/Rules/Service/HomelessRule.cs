using Planner.Core.Plans;
using Planner.Core.Specialists.Rules.Drafting;
using Planner.Core.Specialists.Rules.Reading;

namespace Planner.Core.Specialists.Rules.Service;

/// <summary>Criteria that nothing in the code answers to: a spike finds their home, and people are asked.</summary>
internal sealed class HomelessRule : IRule
{
    public void Apply(Brief brief, Draft draft)
    {
        foreach (var criterion in Allotment.Of(brief).Homeless)
        {
            var places = brief.Files.Likeliest;
            var where = places.Count > 0 ? $"no type in the scanned code shares its words. By their words these files come first: {Words.List(places.Select(p => $"`{p}`"))}." : "nothing in the scanned code shares its words.";
            draft.Cite(places);
            var task = draft.Do(brief, new Work($"find-home-{criterion.Id}", $"Find where {criterion.Id} belongs and build it there", $"\"{Words.Short(criterion.Text, 200)}\": {where}", TaskSize.M)
            {
                Satisfies = [criterion.Id],
                Manual = $"A reviewer sees {criterion.Id} hold; which command proves it depends on where it is built.",
            });
            draft.Prove(brief, $"{criterion.Id}", $"A person sees that this holds: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Manual, task, null);
            draft.Miss(brief, criterion.Id, $"No type, endpoint or table was found that {criterion.Id} speaks of.", criterion.Id);
            draft.Ask(brief, $"home-{criterion.Id}", $"Which part of the system does {criterion.Id} concern: \"{Words.Short(criterion.Text, 120)}\"?", brief.Asker, blocking: false, places.Count > 0 ? $"`{places[0]}`, as its words suggest." : "A spike finds out before it is built.", "service");
        }
    }
}
