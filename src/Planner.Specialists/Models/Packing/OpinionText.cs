using System.Text;
using Planner.Core.Opinions;

namespace Planner.Specialists.Models.Packing;

/// <summary>An opinion for a model to read, a line for each thing in it: what others planned, or what it said itself before.</summary>
internal static class OpinionText
{
    /// <summary>What was planned, under ids by which tasks can be referred to.</summary>
    public static string Of(Opinion opinion)
    {
        var text = new StringBuilder($"## {opinion.Specialist}\n<<<\n{Fence.Line(opinion.Summary)}\n");
        foreach (var line in Lines(opinion))
        {
            text.Append("- ").Append(Fence.Line(line)).Append('\n');
        }

        foreach (var (title, lines) in DesignText.Of([opinion]).Where(d => d.Lines.Any()))
        {
            text.Append(title).Append('\n').AppendJoin('\n', lines.Select(Fence.Line)).Append('\n');
        }

        return text.Append(">>>").ToString();
    }

    private static IEnumerable<string> Lines(Opinion opinion) =>
    [
        .. opinion.Tasks.Select(Work),
        .. opinion.Tests.Select(t => $"test `{t.Id}` of `{t.Task}` in {t.File ?? "no file"} for {string.Join(", ", t.Covers)}: {t.Title}"),
        .. opinion.Risks.Select(r => $"risk `{r.Id}`: {r.Title} Mitigation: {r.Mitigation}"),
        .. opinion.Decisions.Select(d =>
            $"decision `{d.Id}`, asked already, do not ask again: {d.Key}: {d.Title} ({string.Join(" | ", d.Options.Select(o => o.Title))})"),
        .. opinion.Questions.Select(q => $"asked already, do not ask again: {q.Key}: {q.Text} Until then: {q.Assumption}"),
    ];

    private static string Work(PlanTask task)
    {
        var files = string.Join(", ", task.Files.Select(f => $"{f.Change.ToString().ToLowerInvariant()} {f.Path}"));
        var after = task.DependsOn.Count > 0 ? $" after {string.Join(", ", task.DependsOn)}" : "";
        var also = task.LikelyAlso is { Count: > 0 } likely ? $" Likely also {string.Join(", ", likely)}." : "";
        return $"task `{task.Id}` ({task.Size}{after}) for {string.Join(", ", task.Satisfies)}: {task.Title}. Files: {files}.{also} {task.Detail}";
    }
}
