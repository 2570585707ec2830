using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>Existing types that criteria change: one task for each, with its tests.</summary>
internal sealed class TouchedTypesRule : IRule
{
    private const int MostOthers = 3;

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var (type, criteria) in Allocation.Of(brief).Types)
        {
            var member = Member(type, criteria, brief);
            draft.Services = new ServiceDesign
            {
                Services = [
                    .. draft.Services.Services,
                    new ServiceChange(type.Name, type.Kind, type.File, ChangeKind.Modify, Members(member), [], Callers.Of(type, brief)),
                ],
                Rules = [
                    .. draft.Services.Rules,
                    .. criteria.Select(c => new BusinessRule(c.Text, c.Id, Member(type, c, brief) is { } home ? $"{type.Name}.{home.Name}" : type.Name)),
                ],
            };
            foreach (var (part, at) in TaskSplitter.Of(criteria).Select((p, at) => (p, at)))
            {
                var task = Do(brief, draft, type, part, at == 0 ? "" : $"-{at + 1}");
                CriterionCoverage.Add(brief, draft, type.Name, part, task, TestFiles.Of(brief, type.Name, type.File));
            }

            Doubt(brief, draft, [.. criteria.Where(c => brief.Homes.IsGuess(c, type))], type);

            draft.Cite(member is null ? type.Place() : $"{type.File}:{member.Line}");
            draft.Summary.Add($"changes `{(member is null ? type.Name : $"{type.Name}.{member.Name}")}` for {Words.Ids(criteria.Select(c => c.Id))}");
        }
    }

    /// <summary>What shared words alone suggest is said to be so, and asked once of somebody who knows the code.</summary>
    private static void Doubt(RuleContext brief, OpinionBuilder draft, List<AcceptanceCriterion> guesses, TypeFact type)
    {
        if (guesses.Count == 0)
        {
            return;
        }

        var others = guesses.SelectMany(g => brief.Homes.Others(g, type)).DistinctBy(o => o.File).Take(MostOthers).ToList();
        var instead = others.Count > 0 ? $" Or in {Words.List(others.Select(o => o.Cited()))}?" : "";
        var what = guesses is [var one] ? $"Is \"{Words.Short(one.Text, 120)}\"" : $"Are {Words.Ids(guesses.Select(g => g.Id))}";
        var question = $"{what} decided in {type.Cited()}?{instead}";
        var answer = draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Placement, [type.Name, .. guesses.Select(g => g.Id)]),
            question,
            Ownership.Of(brief, draft.Specialist, [type.File]),
            blocking: false,
            $"{(guesses.Count == 1 ? "It is" : "They are")} decided in `{type.Name}`, as the words that they share suggest.",
            draft.Specialist);
        foreach (var guess in guesses.Where(_ => answer is null))
        {
            draft.Miss(brief, guess.Id, $"Shared words alone put {guess.Id} at `{type.Name}`.", guess.Id);
        }
    }

    private static string Do(RuleContext brief, OpinionBuilder draft, TypeFact type, IReadOnlyList<AcceptanceCriterion> criteria, string suffix)
    {
        var member = Member(type, criteria, brief);
        var where = member is null ? type.Cited() : $"`{type.Name}.{member.Name}` ({type.File}:{member.Line})";
        var callers = Callers.Of(type, brief);
        var called = callers.Count > 0 ? $" {Words.List(callers.Take(4).Select(c => $"`{c}`"))} {(callers.Count == 1 ? "calls" : "call")} it." : "";
        var title = brief.IsDefect
            ? $"Fix `{(member is null ? type.Name : $"{type.Name}.{member.Name}")}`: {Clauses.Of(brief.Ticket.Title, 80)}"
            : $"Change `{(member is null ? type.Name : $"{type.Name}.{member.Name}")}` for {Words.Ids(criteria.Select(c => c.Id))}";
        var others = criteria.Where(c => brief.Homes.IsGuess(c, type)).SelectMany(c => brief.Homes.Others(c, type)).Distinct().ToList();
        var beside = brief.IsDefect || suffix.Length > 0 ? [] : Collaborators.Of(type, brief);
        var along = beside.Count > 0 ? $" What it uses is as likely to change: {Words.List(beside.Select(r => r.Cited()))}." : "";
        var elsewhere = others.Count > 0 ? $" Where it turns out not to be there, look at {Words.List(others.Select(o => o.Cited()))}." : "";
        var detail = (brief.IsDefect ? $"Write the failing test first, then mend {where}." : $"The rule goes to {where}.") + called + along + elsewhere;
        return draft.Do(brief, new Work($"change-{type.Name}{suffix}", title, detail, Efforts.For(1 + beside.Count, criteria.Count))
        {
            Satisfies = [.. criteria.Select(c => c.Id)],
            Paths = [type.File, .. beside.Select(r => r.File)],
            Needs = [.. brief.Schema.Columns.Where(c => Words.Overlap(type.Name, c.Table.Entity()) > 0).Select(c => Resource.Table(c.Table.FullName))],
        });
    }

    /// <summary>The one method that all criteria are about, or null.</summary>
    private static MemberFact? Member(TypeFact type, IReadOnlyList<AcceptanceCriterion> criteria, RuleContext brief) =>
        criteria.Select(c => Member(type, c, brief)).Distinct().ToList() is [var one] ? one : null;

    /// <summary>The method that ticket or criterion name, or that says more of the criterion than the type's own name does.</summary>
    private static MemberFact? Member(TypeFact type, AcceptanceCriterion criterion, RuleContext brief)
    {
        var methods = type.Members.Where(m => m.Kind is "method" or "property").ToList();
        var told = Words.Stems(type.Name);
        return methods.Find(m => Words.NamesType(criterion.Text, m.Name)) ?? methods.Find(m => m.Name.Length > 4 && Words.NamesType(brief.Text, m.Name))
            ?? methods
                .Where(m => Words.Stems(m.Name).Except(told).Intersect(Words.Stems(criterion.Text)).Any())
                .MaxBy(m => Words.Overlap(m.Name, criterion.Text));
    }

    private static MemberSpec[] Members(MemberFact? member) =>
        member is null ? [] : [new MemberSpec(member.Signature, "Changed as the rules below say; its signature stays.", [])];
}
