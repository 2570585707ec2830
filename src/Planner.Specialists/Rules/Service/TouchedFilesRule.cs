using Planner.Core.Opinions;
using Planner.Core.Text.Paths;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>Scripts, pipelines and configuration that criteria change: tasks for each, with how a person sees that they hold.</summary>
internal sealed class TouchedFilesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var (file, criteria) in Allocation.Of(brief).Files)
        {
            foreach (var (part, at) in TaskSplitter.Of(criteria).Select((p, at) => (p, at)))
            {
                Do(brief, draft, file, part, at == 0 ? "" : $"-{at + 1}");
            }

            draft.Services = draft.Services with { Rules = [.. draft.Services.Rules, .. criteria.Select(c => new BusinessRule(c.Text, c.Id, file))] };
            draft.Cite(brief.Files.Exists(file) ? file : PathParts.Folder(file));
            draft.Summary.Add($"changes `{PathParts.Name(file)}` for {Words.Ids(criteria.Select(c => c.Id))}");
            Doubt(brief, draft, file, [.. criteria.Where(c => !brief.FileHomes.Named(c).Contains(file, StringComparer.Ordinal))]);
        }
    }

    private static void Do(RuleContext brief, OpinionBuilder draft, string file, IReadOnlyList<AcceptanceCriterion> criteria, string suffix)
    {
        var ids = Words.Ids(criteria.Select(c => c.Id));
        var isNew = !brief.Files.Exists(file);
        var beside = criteria.SelectMany(brief.FileHomes.Named).Where(f => f != file).Distinct(StringComparer.Ordinal).ToList();
        var along = beside.Count > 0 ? $" {ids} {(criteria.Count == 1 ? "names" : "name")} {Words.List(beside.Select(f => $"`{f}`"))} as well." : "";
        var task = draft.Do(brief, new Work(
            $"file-{file}{suffix}",
            $"{(isNew ? "Add" : "Change")} `{PathParts.Name(file)}` for {ids}",
            $"The work goes to `{file}`{(isNew ? ", written like its neighbours there" : "")}.{along}",
            Efforts.For(1 + beside.Count, criteria.Count))
        {
            Satisfies = [.. criteria.Select(c => c.Id)],
            Paths = [file, .. beside],
            Manual =
                $"Run what `{file}` is for, before and after, and see that {ids} {(criteria.Count == 1 ? "holds" : "hold")}; the test commands do not run it.",
        });
        foreach (var criterion in criteria)
        {
            draft.Prove(
                brief, $"{criterion.Id}-{file}", $"`{PathParts.Name(file)}`: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Manual, task, null);
        }
    }

    /// <summary>What the ranking alone suggests is said to be so, and asked once for the file.</summary>
    private static void Doubt(RuleContext brief, OpinionBuilder draft, string file, List<AcceptanceCriterion> guesses)
    {
        if (guesses.Count == 0)
        {
            return;
        }

        var others = brief.Files.Likeliest.Where(f => f != file).ToList();
        var instead = others.Count > 0 ? $" Or in {Words.List(others.Select(o => $"`{o}`"))}?" : "";
        var ids = Words.Ids(guesses.Select(g => g.Id));
        draft.Ask(
            brief,
            TopicKey.Of(TopicKind.Placement, [file, .. guesses.Select(g => g.Id)]),
            $"{(guesses.Count == 1 ? "Is" : "Are")} {ids} built in `{file}`?{instead}",
            Ownership.Of(brief, draft.Specialist, [file]),
            blocking: false,
            $"In `{file}`, which the ranking puts first.",
            draft.Specialist);
        foreach (var guess in guesses)
        {
            draft.Miss(brief, guess.Id, $"The ranking alone puts {guess.Id} at `{file}`.", guess.Id);
        }
    }
}
