using System.Text.Json;
using Planner.Core.LanguageModels.ToolServers;

namespace Planner.Specialists.Tests.Models;

/// <summary>A server of one or more tools that a test says all of, and what was asked of it.</summary>
internal sealed class ScriptedServers(params OfferedTool[] tools) : IToolServers
{
    public const string Query = """{"type":"object","properties":{"query":{"type":"string"}},"required":["query"]}""";

    private readonly List<string> calls = [];

    public IReadOnlyList<string> Allowed => [.. tools.Select(t => $"{t.Server}/{t.Name}")];

    public int MaxCalls { get; init; } = 40;

    public IReadOnlyList<string> Missing { get; set; } = [];

    public Func<string, ToolResult> Answer { get; set; } = _ => new ToolResult("Returns are accepted for 30 days.", IsAnswer: true);

    /// <summary>As <c>tool arguments</c>.</summary>
    public IReadOnlyList<string> Calls => calls;

    /// <summary>How often it was asked what it has.</summary>
    public int Offers { get; private set; }

    public static OfferedTool Search(string description = "Searches documents.", string schema = Query) => new("docs", "search", description, schema);

    public Task<ToolOffer> Offer(CancellationToken cancellation)
    {
        Offers++;
        return Task.FromResult(new ToolOffer(tools, Missing));
    }

    public Task<ToolResult> Call(string server, string tool, JsonElement arguments, CancellationToken cancellation)
    {
        calls.Add($"{server}/{tool} {arguments.GetRawText()}");
        return Task.FromResult(Answer(arguments.GetRawText()));
    }
}
