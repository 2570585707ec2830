using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>Existing types of which the ticket's lists say what becomes of them ("`OrderService`: an order tells …").</summary>
internal sealed class NamedPartsRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (brief.IsDefect)
        {
            return;
        }

        var jobFolders = brief.Needs.Jobs.Select(j => PathParts.Folder(j.File)).ToHashSet(StringComparer.Ordinal);
        foreach (var (types, text) in NamedParts.Of(brief))
        {
            var left = types
                .Where(t => !jobFolders.Contains(PathParts.Folder(t.File)) && !draft.Tasks.Exists(d => d.Files.Any(f => f.Path == t.File)))
                .ToList();
            if (left.Count > 0)
            {
                Add(brief, draft, left, text);
            }
        }
    }

    private static void Add(RuleContext brief, OpinionBuilder draft, List<TypeFact> types, string text)
    {
        var main = brief.Homes.Implementation(types.Find(t => t.Kind != "interface") ?? types[0]);
        var satisfies = brief.Claims.About(SpecialistNames.Service, text);
        draft.Services = draft.Services with
        {
            Services = [
            .. draft.Services.Services,
            .. types.Select(t => new ServiceChange(t.Name, t.Kind, t.File, ChangeKind.Modify, [], [], Callers.Of(t, brief))),
        ]
        };
        var task = draft.Do(brief, new Work(
            $"change-{main.Name}",
            $"Change {Words.List(types.Select(t => $"`{t.Name}`"))}: {Clauses.Of(text, 90)}",
            $"What callers know of {main.Cited()} stays.",
            Efforts.For(types.Count, 1))
        {
            Satisfies = satisfies,
            Paths = [.. types.Select(t => t.File)],
            Needs = [.. brief.Schema.Tables
                .Where(t => t.Fact.ForeignKeys.Any(f => Words.Overlap(f.Table, main.Name) > 0))
                .Select(t => Resource.Table(t.Fact.FullName))],
        });
        draft.Prove(
            brief,
            $"part-{main.Name}",
            $"`{main.Name}`: {Clauses.Of(text)}",
            satisfies,
            TestKind.Unit,
            task,
            TestFiles.Of(brief, main.Name, main.File));
        draft.Cite(main.Place());
        draft.Summary.Add($"changes {Words.List(types.Select(t => $"`{t.Name}`"))}");
    }
}
