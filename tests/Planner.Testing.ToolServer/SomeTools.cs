using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Planner.Testing.ToolServer;

/// <summary>Tools of a server that tests start: one that finds a document, and some that misbehave each in its own way.</summary>
public sealed class SomeTools
{
    /// <summary>What <c>search</c> finds, unless a test says otherwise.</summary>
    public const string Document = "Returns are accepted for 30 days (policy RET-7).";

    private static readonly JsonElement Nothing = Schema("""{"type":"object","properties":{}}""");

    private static readonly JsonElement Query = Schema("""
        {"type":"object","properties":{
        "query":{"type":"string","minLength":1,"description":"What to look for."},
        "limit":{"type":"integer","minimum":1,"default":5}
        },"required":["query"]}
        """);

    private readonly ConcurrentQueue<string> calls = new();

    /// <summary>What <c>search</c> finds.</summary>
    public string Found { get; set; } = Document;

    /// <summary>What is said of <c>search</c>.</summary>
    public string Said { get; set; } = "Searches the team's documents.";

    /// <summary>Calls so far, as <c>tool arguments</c>.</summary>
    public IReadOnlyList<string> Calls => [.. calls];

    /// <summary>Tools that are there no more.</summary>
    public ISet<string> Gone { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>For a server of them.</summary>
    public McpServerOptions Options() => new()
    {
        ServerInfo = new Implementation { Name = "tools", Version = "1" },
        Handlers = new McpServerHandlers { ListToolsHandler = List, CallToolHandler = Call },
    };

    internal ValueTask<ListToolsResult> List(RequestContext<ListToolsRequestParams> request, CancellationToken cancellation) =>
        ValueTask.FromResult(new ListToolsResult { Tools = [.. All().Where(t => !Gone.Contains(t.Name))] });

    internal async ValueTask<CallToolResult> Call(RequestContext<CallToolRequestParams> request, CancellationToken cancellation)
    {
        var given = request.Params!.Arguments ?? new Dictionary<string, JsonElement>();
        calls.Enqueue($"{request.Params.Name} {JsonSerializer.Serialize(given)}");
        return request.Params.Name switch
        {
            _ when Gone.Contains(request.Params.Name) => throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams),
            "search" => Text(Found),
            "pid" => Text(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)),
            "variable" => Text(Environment.GetEnvironmentVariable(given["name"].GetString()!) ?? "(not set)"),
            "fault" => new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = "The index is being built." }] },
            "wait" => await Wait(cancellation),
            "crash" => Crash(),
            _ => throw new McpProtocolException("There is no such tool.", McpErrorCode.InvalidParams),
        };
    }

    private IEnumerable<Tool> All() =>
    [
        new() { Name = "search", Description = Said, InputSchema = Query },
        new() { Name = "pid", InputSchema = Nothing },
        new() { Name = "variable", InputSchema = Schema("""{"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}""") },
        new() { Name = "fault", InputSchema = Nothing },
        new() { Name = "wait", InputSchema = Nothing },
        new() { Name = "crash", InputSchema = Nothing },
        new() { Name = "anything", InputSchema = Schema("""{"type":"object","properties":{"filter":{"type":"object"}},"required":["filter"]}""") },
        new() { Name = "delete", InputSchema = Query, Annotations = new ToolAnnotations { DestructiveHint = true } },
    ];

    private static async Task<CallToolResult> Wait(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        return Text("");
    }

    private static CallToolResult Crash()
    {
        Environment.Exit(3);
        return Text("");
    }

    private static CallToolResult Text(string text) => new() { Content = [new TextContentBlock { Text = text }] };

    private static JsonElement Schema(string json) => JsonDocument.Parse(json).RootElement;
}
