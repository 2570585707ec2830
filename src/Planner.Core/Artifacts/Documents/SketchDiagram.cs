using Planner.Core.Artifacts.Markdown;
using Planner.Core.Opinions;

namespace Planner.Core.Artifacts.Documents;

/// <summary>Draws an option's sketch. Nodes are numbered, because a table and a type may bear the same name.</summary>
internal static class SketchDiagram
{
    private const string Added = "added";

    public static string Of(Sketch sketch)
    {
        var parts = sketch.Parts;
        var ids = parts.Index().ToDictionary(p => p.Item, p => $"n{p.Index + 1}");
        return string.Join('\n', [
            "flowchart LR",
            .. parts.Select(p => $"  {ids[p]}{Node(p)}{(p.IsNew ? ":::" + Added : "")}"),
            .. sketch.Arrows.Select(a => $"  {ids[a.From]} -->{Says(a)} {ids[a.To]}"),
            .. parts.Any(p => p.IsNew) ? [$"  classDef {Added} stroke-width:3px,stroke-dasharray:6 3"] : Array.Empty<string>(),
        ]);
    }

    private static string Says(SketchArrow arrow) => arrow.Says.Length == 0 ? "" : $"|{Mermaid.Label(arrow.Says)}|";

    private static string Node(SketchPart part)
    {
        var label = Mermaid.Label(part.IsNew ? $"{part.Name} (new)" : part.Name);
        return part.Kind switch
        {
            PartKind.Endpoint => $"([{label}])",
            PartKind.Type => $"[{label}]",
            PartKind.Table => $"[({label})]",
            PartKind.Job => $"[[{label}]]",
            PartKind.Rule => $"{{{label}}}",
            PartKind.Outside => $"[/{label}/]",
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
    }
}
