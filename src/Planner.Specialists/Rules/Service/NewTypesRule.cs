using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>Types that the ticket asks for by name, beside a type of the same role.</summary>
internal sealed class NewTypesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var (name, criteria) in Allocation.Of(brief).NewTypes)
        {
            var near = Neighbour(name, brief);
            if (near is null)
            {
                draft.Miss(brief, name, $"No type like `{name}` was found, so its place is open.");
                draft.Ask(
                    brief,
                    TopicKey.Of(TopicKind.Placement, name, "project"),
                    $"In which project does `{name}` go?",
                    Ownership.Role(SpecialistNames.Service),
                    blocking: false,
                    "Beside the type that calls it.",
                    SpecialistNames.Service);
                Without(brief, draft, name, criteria);
                continue;
            }

            var file = Files.Beside(near.File, name + ".cs");
            var kind = name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? "interface" : "class";
            draft.Services = new ServiceDesign
            {
                Services = [.. draft.Services.Services, new ServiceChange(name, kind, file, brief.Files.Change(file).Change, [], [], [])],
                Rules = [.. draft.Services.Rules, .. criteria.Select(c => new BusinessRule(c.Text, c.Id, name))],
            };
            var task = draft.Do(brief, new Work(
                $"add-{name}",
                $"Add `{name}`",
                $"Beside {near.Cited()} and built like it.{Registrations.Words(brief, name, near)}",
                Efforts.For(1, criteria.Count))
            {
                Satisfies = criteria.Count > 0 ? [.. criteria.Select(c => c.Id)] : brief.Claims.About(SpecialistNames.Service, name),
                Paths = [file, .. Registrations.Of(brief, near)],
            });
            CriterionCoverage.Add(brief, draft, name, criteria, task, TestFiles.Of(brief, name, file, near.Name));
            draft.Cite(near.Place());
            draft.Summary.Add($"adds `{name}`");
        }
    }

    /// <summary>A type that ends in the same word, of the same kind; the more shared words the nearer.</summary>
    private static TypeFact? Neighbour(string name, RuleContext brief) => brief.Grounding.Types
        .Where(t => !brief.Files.IsTest(t.File) && Words.Split(t.Name)[^1] == Words.Split(name)[^1])
        .OrderByDescending(t => Words.Overlap(t.Name, name))
        .ThenBy(t => t.Kind == "interface" ? 1 : 0)
        .FirstOrDefault();

    private static void Without(RuleContext brief, OpinionBuilder draft, string name, List<Planner.Core.Tickets.AcceptanceCriterion> criteria)
    {
        var task = draft.Do(brief, new Work($"add-{name}", $"Add `{name}`", "Its file is settled when the question about its place is answered.", TaskSize.S)
        {
            Satisfies = criteria.Count > 0 ? [.. criteria.Select(c => c.Id)] : brief.Claims.About(SpecialistNames.Service, name),
            Manual = "Its place is open, so the command that proves it is too.",
        });
        CriterionCoverage.Add(brief, draft, name, criteria, task, null);
    }
}
