using System.Text.Json;
using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Tools;

/// <summary>Paths by pattern.</summary>
internal sealed class ListFilesTool : ICodeTool
{
    private const int Most = 200;

    public ModelTool Description { get; } = new(
        "list_files",
        "Paths that fit a pattern, at most 200.",
        """
        {"type":"object","properties":{
        "pattern":{"type":"string","description":"Like src/Shop/**/*.cs or **/*Options.cs."}
        },"required":["pattern"],"additionalProperties":false}
        """);

    public Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        if (arguments.Pattern("pattern") is not { } pattern)
        {
            return Task.FromResult("That is no pattern, or too long a one. Write it like src/Shop/**/*.cs.");
        }

        var found = place.Code.Paths.Where(pattern.Covers).Take(Most + 1).ToList();
        var more = found.Count > Most ? "\nand more: ask for a narrower pattern" : "";
        return Task.FromResult(found.Count == 0 ? "No path fits." : string.Join('\n', found.Take(Most)) + more);
    }
}
