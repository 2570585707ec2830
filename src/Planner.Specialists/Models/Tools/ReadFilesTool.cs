using System.Text;
using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Specialists.Models.Packing;

namespace Planner.Specialists.Models.Tools;

/// <summary>Several files from their beginnings, in one look-up.</summary>
internal sealed class ReadFilesTool : ICodeTool
{
    private const int MostFiles = 6;
    private const int LongestFile = 12_000;

    public ModelTool Description { get; } = new(
        "read_files",
        "Up to six files from their first lines, with numbers, about 250 lines of each. Counts as one call.",
        """
        {"type":"object","properties":{
        "paths":{"type":"array","items":{"type":"string"},"description":"From the root, with forward slashes."}
        },"required":["paths"],"additionalProperties":false}
        """);

    public async Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        var paths = arguments.Texts("paths");
        if (paths.Count == 0)
        {
            return "Name one path or more.";
        }

        var told = new StringBuilder();
        foreach (var path in paths.Take(MostFiles))
        {
            told.Append(await Beginning(path, place, cancellation)).Append('\n');
        }

        return paths.Count <= MostFiles ? told.ToString() : told.Append($"Only {MostFiles} files are read at once.\n").ToString();
    }

    private static async Task<string> Beginning(string path, LookupPlace place, CancellationToken cancellation)
    {
        if (await place.Code.Read(path, cancellation) is not { } text)
        {
            return SimilarPaths.To(path, place.Code.Paths);
        }

        place.Show(path, text);
        return NumberedLines.Of(path, text, from: 1, to: null, LongestFile);
    }
}
