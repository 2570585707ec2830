using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Testing;

/// <summary>Stand-ins in tests that implement an interface which gets a member: the build breaks there first.</summary>
internal sealed class FakesRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("fakes", typeof(Facts));

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
        var interfaces = Words.List(broken.Select(b => $"`{b.Interface.Type}`").Distinct(StringComparer.Ordinal));
        draft.Cite([.. broken.Select(b => b.Fake.Place())]);
        draft.Raise(
            Entry.Key,
            Entry.Raise(
                new Facts(interfaces, fakes),
                Ownership.Role(draft.Specialist),
                broken.SelectMany(b => brief.Earlier.Changing(b.Interface.File)).Distinct(StringComparer.Ordinal)));
        draft.Summary.Add("names the stand-ins that change with their interfaces");
    }

    private sealed record Facts(string Interfaces, string Fakes);
}
