using System.Text.Json;
using Planner.Core.Artifacts.Contracts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Review.Reading;

/// <summary>What a program must be able to read: files of JSON and YAML, and blocks of JSON, YAML and Mermaid inside pages.</summary>
internal static class ParsedParts
{
    /// <summary>Files that programs read with every field.</summary>
    private static readonly Dictionary<string, Type> Shapes = new(StringComparer.Ordinal)
    {
        [TasksFile.Path] = typeof(TasksFile),
        [RisksFile.Path] = typeof(RisksFile),
        [QuestionsFile.Path] = typeof(QuestionsFile),
        [DecisionLogFile.Path] = typeof(DecisionLogFile),
        [ConfidenceFile.Path] = typeof(ConfidenceFile),
        [GroundingFile.Path] = typeof(GroundingFile),
    };

    public static void Judge(ArtifactText file, FindingList findings)
    {
        if (file.IsMarkdown)
        {
            Blocks(file, findings);
        }
        else if (file.Path.EndsWith(".json", StringComparison.Ordinal))
        {
            Json(file, findings);
        }
        else if (file.Path.EndsWith(".yaml", StringComparison.Ordinal) && YamlText.FirstFault(file.Text) is > 0 and var line)
        {
            findings.Error("yaml", file, (int)line, "", $"{file.Path} is not valid YAML.");
        }
    }

    private static void Json(ArtifactText file, FindingList findings)
    {
        if (JsonFault(file.Text, typeof(JsonElement)) is { } broken)
        {
            findings.Error("json", file, broken, "", $"{file.Path} is not valid JSON.");
        }
        else if (Shapes.TryGetValue(file.Path, out var shape) && JsonFault(file.Text, shape) is { } line)
        {
            findings.Error("shape", file, line, "", $"A field of {file.Path} is missing, empty or of another kind than its readers expect.");
        }
    }

    private static void Blocks(ArtifactText page, FindingList findings)
    {
        var outline = MarkdownOutline.Of(page.Text);
        if (outline.OpenFence is > 0 and var open)
        {
            findings.Error("fence", page, open, "", "A code block begins here and never ends.");
        }

        foreach (var block in outline.Code.Where(c => c.End > 0))
        {
            var isSound = block.Language switch
            {
                "json" => JsonFault(block.Text, typeof(JsonElement)) is null,
                "yaml" => YamlText.FirstFault(block.Text) == 0,
                "mermaid" => MermaidDiagram.IsSound(block.Text),
                _ => true,
            };
            if (!isSound)
            {
                findings.Error(block.Language, page, block.Line, "", $"The {block.Language} in this block does not parse.");
            }
        }
    }

    /// <summary>The line of the first fault, or null.</summary>
    private static int? JsonFault(string text, Type type)
    {
        try
        {
            return PlanJson.ReadWhole(text, type) is null ? 1 : null;
        }
        catch (JsonException fault)
        {
            return 1 + (int)(fault.LineNumber ?? 0);
        }
    }
}
