using System.Text;
using System.Text.Json;
using Planner.Core.Grounding.Facts;
using Planner.Core.LanguageModels;

namespace Planner.Specialists.Models.Tools;

/// <summary>Who changed a file when, and what else with it.</summary>
internal sealed class GitLogTool : ICodeTool
{
    private const int Most = 15;
    private const int MostFiles = 12;

    public ModelTool Description { get; } = new(
        "git_log",
        "The latest commits that changed a file or folder, each with the files that it changed.",
        """{"type":"object","properties":{"path":{"type":"string"}},"required":["path"],"additionalProperties":false}""");

    public async Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        var told = new StringBuilder();
        foreach (var commit in await place.Code.Log(arguments.Text("path"), Most, cancellation))
        {
            var more = commit.Files.Count > MostFiles ? ", …" : "";
            told.Append(
                $"{commit.ShortSha} {commit.Date}: {commit.Subject} ({string.Join(", ", commit.Files.Take(MostFiles))}{more})\n");
        }

        return told.Length == 0 ? "No commit is known that changed it." : told.ToString();
    }
}
