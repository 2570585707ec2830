using System.Text.Json.Nodes;
using Planner.Core.LanguageModels.ToolServers;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>Tools of servers within one talk, and what came of them.</summary>
internal sealed class ServedTalk
{
    private readonly KeptCalls? calls;

    /// <summary>Makes tools of an offer.</summary>
    public ServedTalk(ToolOffer offer, KeptCalls calls)
    {
        this.calls = calls;
        Asked = new AskedServers();
        offer.Missing.ToList().ForEach(Asked.Missing);
        var names = new ToolNames();
        Tools = [.. offer.Tools.Select(t => Tool(t, names)).OfType<ServedTool>()];
    }

    private ServedTalk() => Tools = [];

    /// <summary>No tools.</summary>
    public static ServedTalk Silent { get; } = new();

    /// <summary>Sorted by server and name.</summary>
    public IReadOnlyList<ICodeTool> Tools { get; }

    /// <summary>What came of them so far; null where there are no servers.</summary>
    public AskedServers? Asked { get; }

    /// <summary>Arguments as they may go out, without secrets.</summary>
    public (JsonObject Value, string Content) Clean(JsonObject arguments) => calls!.Clean(arguments);

    /// <summary>Calls a tool, and notes what came of it.</summary>
    public async Task<string> Call(OfferedTool tool, JsonObject arguments, CancellationToken cancellation)
    {
        var result = await calls!.Once(tool, arguments, cancellation);
        if (result.IsAnswer)
        {
            Asked!.Answered($"{tool.Server}/{tool.Name}");
        }

        if (result.Limitation is { } limitation)
        {
            Asked!.Missing(limitation);
        }

        return result.Text;
    }

    private ServedTool? Tool(OfferedTool tool, ToolNames names)
    {
        if (ToolSchema.Of(tool.Schema) is { } schema)
        {
            return new ServedTool(tool, names.Of(tool), schema, this);
        }

        Asked!.Missing($"The tool {tool.Server}/{tool.Name} is not used: its arguments cannot be described in a strict schema.");
        return null;
    }
}
