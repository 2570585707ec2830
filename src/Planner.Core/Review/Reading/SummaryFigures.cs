using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>What the summaries count, counted again in the files that hold it.</summary>
internal static class SummaryFigures
{
    public const string Master = "implementation.md";

    private const string Title = "\n## Executive summary\n";

    public static void Judge(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
        var told = Told(plan, artifacts);
        if (ArtifactText.Of(artifacts, ExecutiveSummaryDocument.File) is { } page)
        {
            Table(page, new ExecutiveSummaryDocument().Render(told), findings);
        }

        if (ArtifactText.Of(artifacts, Master) is { } master && Counts(Section(master.Text)) != Counts(Section(Marked(told, new ImplementationDocument()))))
        {
            findings.Warn(
                "figures",
                master,
                1 + master.Text[..Math.Max(0, master.Text.IndexOf(Title, StringComparison.Ordinal) + 1)].Count(c => c == '\n'),
                "",
                $"The summary of {Master} does not count as the files do.");
        }
    }

    /// <summary>The executive summary of the master plan; empty where it has none.</summary>
    public static string Section(string text)
    {
        var at = text.IndexOf(Title, StringComparison.Ordinal);
        var rest = at < 0 ? "" : text[(at + Title.Length)..];
        return rest.IndexOf("\n## ", StringComparison.Ordinal) is >= 0 and var end ? rest[..end] : rest;
    }

    private static void Table(ArtifactText page, string due, FindingList findings)
    {
        var told = Measures(page.Text).ToDictionary(r => r.Cells["Measure"], r => (r.Line, Value: r.Cells["Value"]), StringComparer.Ordinal);
        foreach (var (measure, value) in Measures(due).Select(r => (r.Cells["Measure"], r.Cells["Value"])))
        {
            if (!told.TryGetValue(measure, out var row) || row.Value != value)
            {
                findings.Warn("figures", page, row.Line, "", $"{page.Path} does not tell that \"{measure}\" is {value}.");
            }
        }
    }

    private static IEnumerable<MarkdownRow> Measures(string page) => MarkdownOutline.Of(page).Rows().Where(r => r.FirstHeader == "Measure");

    /// <summary>The first paragraph; what follows are the words of specialists.</summary>
    private static string Counts(string section) => section.Trim('\n').Split('\n')[0];

    private static string Marked(Plan plan, IArtifactRenderer renderer) => new PlanMarks(plan).Apply(renderer.Path, renderer.Render(plan));

    /// <summary>The plan as all its JSON files tell it; what cannot be read is the plan's.</summary>
    private static Plan Told(Plan plan, ArtifactSet artifacts)
    {
        var told = ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is var (_, tasks) ? PlanFromFiles.With(plan, tasks) : plan;
        told = ArtifactText.Json<QuestionsFile>(artifacts, QuestionsFile.Path) is var (_, questions) ? PlanFromFiles.With(told, questions) : told;
        told = ArtifactText.Json<DecisionLogFile>(artifacts, DecisionLogFile.Path) is var (_, log)
            && log.Decisions.All(d => d.Options.Any(o => o.Id == (d.Option ?? d.Recommendation))) ? PlanFromFiles.With(told, log) : told;
        return ArtifactText.Json<RisksFile>(artifacts, RisksFile.Path) is var (_, risks) ? told with { Risks = risks.Risks } : told;
    }
}
