using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Specialists.Models.Packing;

namespace Planner.Specialists.Models.Tools;

/// <summary>Lines of a file.</summary>
internal sealed class ReadFileTool : ICodeTool
{
    private const int MostLines = 500;
    private const int MostCharacters = 24_000;

    public ModelTool Description { get; } = new(
        "read_file",
        "Lines of a file with their numbers, at most 500 at once.",
        """
        {"type":"object","properties":{
        "path":{"type":"string","description":"From the root, with forward slashes."},
        "from":{"type":["integer","null"],"description":"First line, from 1; null for the beginning."},
        "to":{"type":["integer","null"],"description":"Last line; null for as many as are given at once."}
        },"required":["path","from","to"],"additionalProperties":false}
        """);

    public async Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        var path = arguments.Text("path");
        if (await place.Code.Read(path, cancellation) is not { } text)
        {
            return SimilarPaths.To(path, place.Code.Paths);
        }

        place.Show(path, text);
        var from = Math.Max(1, arguments.Number("from") ?? 1);
        var to = Math.Min(arguments.Number("to") ?? int.MaxValue, (long)from + MostLines - 1);
        return NumberedLines.Of(path, text, from, (int)to, MostCharacters);
    }
}
