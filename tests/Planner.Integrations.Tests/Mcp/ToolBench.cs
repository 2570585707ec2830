using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Integrations.Mcp;
using Planner.Integrations.Mcp.Settings;

namespace Planner.Integrations.Tests.Mcp;

/// <summary>A folder with a configuration file, settings that name it, and the servers that they start.</summary>
internal sealed class ToolBench : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("planner-mcp-");
    private readonly Dictionary<string, string?> settings = [];
    private readonly JsonObject servers = [];

    public string File => Path.Combine(folder.FullName, "servers.json");

    public string Folder => folder.FullName;

    /// <summary>The program of the tests as a server, with what the file gives it.</summary>
    public static JsonObject Program(params (string Name, string Value)[] environment) => new()
    {
        ["command"] = "dotnet",
        ["args"] = new JsonArray(Path.Combine(AppContext.BaseDirectory, "Planner.Testing.ToolServer.dll")),
        ["env"] = new JsonObject(environment.Select(e => KeyValuePair.Create(e.Name, (JsonNode?)e.Value))),
    };

    public ToolBench With(string name, JsonObject server)
    {
        servers[name] = server;
        return this;
    }

    public ToolBench Allow(params string[] tools)
    {
        foreach (var tool in tools)
        {
            Set($"AllowedTools:{settings.Keys.Count(k => k.StartsWith("Mcp:AllowedTools", StringComparison.Ordinal))}", tool);
        }

        return this;
    }

    public ToolBench Set(string name, string? value)
    {
        settings[$"Mcp:{name}"] = value;
        return this;
    }

    /// <summary>Something beside the section.</summary>
    public ToolBench Besides(string name, string? value)
    {
        settings[name] = value;
        return this;
    }

    public IConfiguration Configuration()
    {
        System.IO.File.WriteAllText(File, new JsonObject { ["mcpServers"] = servers.DeepClone() }.ToJsonString());
        settings.TryAdd("Mcp:ConfigPath", File);
        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    public McpServers Open(TimeProvider? time = null) =>
        new(McpSettings.Read(Configuration())!, time ?? TimeProvider.System, NullLogger<McpServers>.Instance);

    public static Task<ToolResult> Call(McpServers servers, string server, string tool, string arguments = "{}") =>
        servers.Call(server, tool, JsonDocument.Parse(arguments).RootElement, CancellationToken.None);

    public void Dispose() => folder.Delete(recursive: true);
}
