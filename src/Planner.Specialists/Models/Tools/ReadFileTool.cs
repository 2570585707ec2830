using System.Globalization;
using System.Text;
using System.Text.Json;
using Planner.Core.LanguageModels;

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
            return $"There is no file {path}. {Near(path, place.Code.Paths)}";
        }

        place.Read.Add(path);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var first = Math.Clamp(arguments.Number("from") ?? 1, 1, lines.Length);
        var last = Math.Clamp(arguments.Number("to") ?? lines.Length, first, Math.Min(lines.Length, first + MostLines - 1));
        return Numbered(path, lines, first, last);
    }

    private static string Numbered(string path, string[] lines, int first, int last)
    {
        var told = new StringBuilder();
        var number = first;
        for (; number <= last && told.Length < MostCharacters; number++)
        {
            told.Append(number.ToString(CultureInfo.InvariantCulture)).Append(": ").Append(lines[number - 1]).Append('\n');
        }

        return $"{path}, lines {first} to {number - 1} of {lines.Length}\n{told}";
    }

    private static string Near(string path, IReadOnlyList<string> paths)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var like = name.Length == 0 ? [] : paths.Where(p => p.EndsWith(name, StringComparison.OrdinalIgnoreCase)).Take(5).ToList();
        return like.Count == 0 ? "Search for a name in it." : $"Did you mean {string.Join(" or ", like)}?";
    }
}
