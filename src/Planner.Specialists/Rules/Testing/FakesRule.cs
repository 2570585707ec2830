using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Testing;

/// <summary>Stand-ins in tests that implement an interface which gets a member: the build breaks there first.</summary>
internal sealed class FakesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var broken = brief.Earlier.Services.Where(s => s is { Kind: "interface", Change: ChangeKind.Modify, Members.Count: > 0 })
            .SelectMany(s => brief.Grounding.Types
                .Where(t => brief.Files.IsTest(t.File) && t.Bases.Contains(s.Type, StringComparer.Ordinal))
                .Select(t => (Interface: s, Fake: t)))
            .ToList();
        if (broken.Count == 0)
        {
            return;
        }

        var fakes = Words.List(broken.Select(b => b.Fake.Cited()).Distinct(StringComparer.Ordinal));
        draft.Cite([.. broken.Select(b => b.Fake.Place())]);
        draft.Raise("fakes", new Risk
        {
            Id = "",
            Title =
                $"The tests no longer build once {Words.List(broken.Select(b => $"`{b.Interface.Type}`").Distinct(StringComparer.Ordinal))} changed, because "
                    + $"{fakes} must have the new members too.",
            Probability = Level.High,
            Impact = Level.Low,
            Owner = Ownership.Role(draft.Specialist),
            Mitigation = "The stand-ins change in the same commit as the interface, and record what they were asked, so that tests can look at it.",
            Tasks = [.. broken.SelectMany(b => brief.Earlier.Changing(b.Interface.File)).Distinct(StringComparer.Ordinal)],
            Contingency = "None is needed: nothing was released.",
            Detection = "The build of the test projects.",
        });
        draft.Summary.Add("names the stand-ins that change with their interfaces");
    }
}
