using System.Text.RegularExpressions;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>A page begins with its title, has its sections with something in each, says more than a line, and is not broken off.</summary>
internal static partial class PageShape
{
    private const int ShortestPage = 40;

    /// <summary>Sections that a page always has; others depend on the plan.</summary>
    private static readonly Dictionary<string, string[]> Sections = new(StringComparer.Ordinal)
    {
        ["implementation.md"] = [
            "Executive summary",
            "Current state",
            "Implementation sequence",
            "Phases",
            "Risk register",
            "Decisions",
            "Success metrics",
            "Rollback",
            "Limitations",
        ],
        ["executive-summary.md"] = ["In figures"],
        ["SCHEMA_CHANGES.md"] = ["Migrations"],
        ["ETL_CHANGES.md"] = ["Data flow"],
        ["SERVICES_CHANGES.md"] = ["Architecture", "Interfaces"],
        ["data-model.md"] = ["Tables", "Privacy"],
        ["dependencies.md"] = ["Across components"],
        ["execution-plan.md"] = ["Team", "Waves", "Checkpoints", "Prompts", "Recovery"],
        ["security-plan.md"] = ["Threats", "Not looked at"],
        ["testing-strategy.md"] = ["Tests"],
        ["performance-plan.md"] = ["Measurement"],
        ["quickstart.md"] = ["Before the first change"],
        ["research.md"] = ["Notes and sources"],
    };

    public static void Judge(ArtifactText page, FindingList findings)
    {
        if (!page.IsMarkdown)
        {
            return;
        }

        if (page.Text.Length < ShortestPage)
        {
            findings.Error("empty", page, 0, "", $"{page.Path} is too short to say anything.");
        }

        if (!page.Text.StartsWith("# ", StringComparison.Ordinal))
        {
            findings.Error("heading", page, 1, "", $"{page.Path} does not begin with its title.");
        }

        foreach (var title in Sections.GetValueOrDefault(page.Path, []).Where(t => !page.Text.Contains($"\n## {t}\n", StringComparison.Ordinal)))
        {
            findings.Error("heading", page, 0, "", $"{page.Path} lacks its section \"{title}\".");
        }

        Flow(page, findings);
    }

    /// <summary>Headings without anything below them, and an end in the middle of something.</summary>
    private static void Flow(ArtifactText page, FindingList findings)
    {
        var outline = MarkdownOutline.Of(page.Text);
        var levels = outline.Headings.ToDictionary(h => h.Line, h => h.Level);
        var lines = outline.Prose().Where(l => l.Text.Length > 0).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (level, next) = (levels.GetValueOrDefault(lines[i].Number), i + 1 < lines.Count ? levels.GetValueOrDefault(lines[i + 1].Number) : 1);
            if (level > 1 && next > 0 && next <= level)
            {
                findings.Error("empty", page, lines[i].Number, "", $"There is nothing under the heading in line {lines[i].Number} of {page.Path}.");
            }
        }

        if (lines.Count > 0 && !levels.ContainsKey(lines[^1].Number) && !outline.IsFence(lines[^1].Number) && !Ended().IsMatch(lines[^1].Text))
        {
            findings.Error("truncated", page, lines[^1].Number, "", $"{page.Path} breaks off in the middle of a sentence or row.");
        }
    }

    /// <summary>A whole row, an item of a list, a fence, or the end of a sentence in whatever language.</summary>
    [GeneratedRegex(@"^\|.*\|$|^\s*([-*+]|[0-9]+[.)]) |^(?!\|).*[.!?:…。！？»”’)\]*`""']$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ended();
}
