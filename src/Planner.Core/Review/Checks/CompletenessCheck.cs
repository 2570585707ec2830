using System.Text.Json;
using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Documents;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>Q8: every file is there or excused, parses, ends, and holds no residue of a draft.</summary>
internal sealed class CompletenessCheck : ICheck
{
    private const int ShortestPage = 40;

    private static readonly string[] MasterHeadings =
        ["Executive summary", "Current state", "Implementation sequence", "Phases", "Risk register", "Decisions", "Success metrics", "Rollback", "Limitations"];

    public string Id => "Q8";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        Missing(artifacts, findings);
        var residue = new Residue(plan);
        foreach (var file in artifacts.Files.Select(f => new ArtifactText(f.Path, f.Text)))
        {
            Shape(file, findings);
            residue.In(file).ToList().ForEach(findings.Add);
            Blocks(file, findings);
            BrokenLinks.In(file, artifacts).ToList().ForEach(findings.Add);
        }

        return findings.Result($"Files: {artifacts.Files.Count}; left out with a reason: {artifacts.NotApplicable.Count}.");
    }

    private static void Missing(ArtifactSet artifacts, FindingList findings)
    {
        foreach (var path in ArtifactRenderers.All.Select(r => r.Path))
        {
            var excused = artifacts.NotApplicable.Any(n => n.Path == path && n.Reason.Length > 0);
            if (artifacts.Text(path) is null && !excused)
            {
                findings.Error("missing", new(path, ""), "", $"{path} is neither there nor excused.");
            }
        }
    }

    private static void Shape(ArtifactText file, FindingList findings)
    {
        if ((IsMarkdown(file) && file.Text.Length < ShortestPage) || !file.Text.EndsWith('\n'))
        {
            findings.Error("truncated", file, "", $"{file.Path} is too short to say anything, or does not end.");
        }

        if (IsMarkdown(file) && !file.Text.StartsWith("# ", StringComparison.Ordinal))
        {
            findings.Error("heading", file, "", $"{file.Path} does not begin with its title.");
        }

        if (file.Path == "implementation.md")
        {
            MasterHeadings.Where(h => !file.Text.Contains($"\n## {h}\n", StringComparison.Ordinal)).ToList()
                .ForEach(h => findings.Error("heading", file, "", $"{file.Path} lacks its section \"{h}\"."));
        }

        if (file.Path.EndsWith(".json", StringComparison.Ordinal) && !IsJson(file.Text))
        {
            findings.Error("json", file, "", $"{file.Path} is not valid JSON.");
        }
    }

    private static void Blocks(ArtifactText file, FindingList findings)
    {
        if (!IsMarkdown(file))
        {
            return;
        }

        var (blocks, open) = FencedBlocks.Of(file.Text);
        if (open > 0)
        {
            findings.Add(new("Q8.fence", Severity.Error, file.Path, open, "", "A code block begins here and never ends."));
        }

        foreach (var block in blocks.Where(b => b.Language == "json" && !IsJson(b.Text)))
        {
            findings.Add(new("Q8.json", Severity.Error, file.Path, block.Line, "", "The JSON in this block does not parse."));
        }

        foreach (var block in blocks.Where(b => b.Language == "mermaid" && !MermaidDiagram.IsSound(b.Text)))
        {
            findings.Add(new("Q8.mermaid", Severity.Error, file.Path, block.Line, "", "The diagram in this block does not parse."));
        }
    }

    private static bool IsMarkdown(ArtifactText file) => file.Path.EndsWith(".md", StringComparison.Ordinal);

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
