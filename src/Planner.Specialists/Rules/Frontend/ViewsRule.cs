using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Catalogue;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Frontend;

/// <summary>The views that the ticket changes, with what they call and what they show when things are not as usual.</summary>
internal sealed class ViewsRule : IRule
{
    private static readonly RiskTemplate Entry = RiskTemplate.Of("old-client", typeof(Facts));

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        var files = ViewFiles.Touched(brief);
        if (files.Count == 0)
        {
            Ask(brief, draft);
            return;
        }

        draft.Frontend = new FrontendDesign { Make = ViewFiles.Make(brief) };
        foreach (var file in files)
        {
            Change(brief, draft, file, files);
        }

        if (Views.Named(brief).Count == 0)
        {
            draft.Doubts.Add(
                $"the ticket names no view; {Words.List(files.Select(f => $"`{Views.Stem(f)}`"))} {(files.Count == 1 ? "was" : "were")} told by words alone");
        }

        Old(brief, draft);
    }

    private static void Ask(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var criterion in brief.Claims.For(SpecialistNames.Frontend))
        {
            draft.Miss(brief, criterion.Id, $"No view was found that {criterion.Id} speaks of.", criterion.Id);
            draft.Ask(
                brief,
                TopicKey.Of(TopicKind.Placement, criterion.Id, "page"),
                $"On which page is this seen: \"{Words.Short(criterion.Text)}\"?",
                brief.Asker,
                blocking: false,
                "On a new one, beside those that are there.",
                draft.Specialist);
        }
    }

    private static void Change(RuleContext brief, OpinionBuilder draft, string file, IReadOnlyList<string> all)
    {
        var name = Views.Stem(file);
        var criteria = Criteria(brief, file, all);
        if (criteria.Count == 0)
        {
            return;
        }

        var calls = brief.Earlier.Endpoints.Where(e => e.Satisfies.Intersect(criteria.Select(c => c.Id), StringComparer.Ordinal).Any()).ToList();
        var states = States(calls).ToList();
        var code = Views.Code(file, brief);
        draft.Cite(file);
        draft.Frontend = draft.Frontend with
        {
            Views = [.. draft.Frontend.Views, new ViewChange(
                name,
                file,
                ChangeKind.Modify,
                Words.Short(criteria[0].Text, 180) + ".",
                [.. calls.Select(e => $"{e.Method} {e.Route}")],
                states,
                [.. criteria.Select(c => c.Id)])],
        };
        var task = draft.Do(brief, new Work(
            $"view-{name}",
            $"Change `{name}` for {Words.Ids(criteria.Select(c => c.Id))}",
            Detail(calls, states, code),
            Efforts.For(1 + calls.Count, criteria.Count))
        {
            Satisfies = [.. criteria.Select(c => c.Id)],
            Paths = code is null ? [file] : [file, code],
            Needs = [.. calls.Select(e => Resource.Endpoint($"{e.Method} {e.Route}"))],
        });
        var test = ViewFiles.Test(file, brief);
        foreach (var criterion in criteria)
        {
            draft.Prove(
                brief,
                $"{name}-{criterion.Id}",
                $"`{name}` shows: {Clauses.Of(criterion.Text)}",
                [criterion.Id],
                test is null ? TestKind.Manual : TestKind.Unit,
                task,
                test);
        }

        draft.Summary.Add($"changes `{name}`");
    }

    /// <summary>Criteria that name the view; those that name none go to the view whose name fits best.</summary>
    private static List<AcceptanceCriterion> Criteria(RuleContext brief, string file, IReadOnlyList<string> all) =>
        [.. brief.Claims.For(SpecialistNames.Frontend).Where(c =>
    {
        var named = all.Where(f => Words.NamesType(c.Text, Views.Stem(f))).ToList();
        return named.Count > 0 ? named.Contains(file, StringComparer.Ordinal) : all.MaxBy(f => Words.Overlap(Views.Stem(f), c.Text)) == file;
    })];

    private static string Detail(List<EndpointChange> calls, List<ViewState> states, string? code) => calls.Count == 0
        ? code is null ? "Only what people see changes; it calls nothing new." : $"`{code}` gives it what it shows and takes what people send."
        : $"It calls {Words.List(calls.Select(e => $"`{e.Method} {e.Route}`"))} and also shows {Words.List(states.Select(s => s.State))}. It can be used with "
            + $"the keyboard alone, and what changes is announced to screen readers.";

    private static IEnumerable<ViewState> States(List<EndpointChange> calls)
    {
        if (calls.Count == 0)
        {
            yield break;
        }

        yield return new("waiting", "what was there stays, and what is sent cannot be sent twice");
        if (calls.Exists(c => c.Method == "GET"))
        {
            yield return new("nothing there", "one sentence that says so, and what can be done next");
        }

        foreach (var error in calls.SelectMany(c => c.Errors).Where(e => e.Status is not 401).DistinctBy(e => e.Status).OrderBy(e => e.Status))
        {
            yield return new($"refused with {error.Status}", Words.Short(error.When, 140));
        }
    }

    /// <summary>Pages that were loaded before the release live on for hours in a browser.</summary>
    private static void Old(RuleContext brief, OpinionBuilder draft)
    {
        var changed = brief.Earlier.Endpoints.Where(e => e.Change == ChangeKind.Modify).ToList();
        if (changed.Count == 0 || draft.Tasks.Count == 0 || ViewFiles.Make(brief) is "Razor views")
        {
            return;
        }

        draft.Raise(
            Entry.Key,
            Entry.Raise(
                new Facts(Words.List(changed.Select(e => $"`{e.Method} {e.Route}`"))), Ownership.Role(draft.Specialist), draft.Tasks.Select(t => t.Id)));
    }

    private sealed record Facts(string Endpoints);
}
