using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Core.LanguageModels;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Core.Opinions;
using Planner.Specialists.Models.Packing;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>A tool of a server. What the server says of it is told as data; what a model gives it goes out without secrets and in bounds.</summary>
internal sealed class ServedTool(OfferedTool tool, string name, ToolSchema schema, ServedTalk talk) : ICodeTool
{
    private const int LongestArguments = 4_000;

    // What the service takes, less some room for what redaction may add.
    private const int LongestDescription = 1_000;

    /// <inheritdoc />
    public ModelTool Description { get; } = new(name, Told(tool), schema.Strict);

    /// <inheritdoc />
    public async Task<string> Use(JsonElement arguments, LookupPlace place, CancellationToken cancellation)
    {
        if (arguments.ValueKind != JsonValueKind.Object)
        {
            return "The arguments are no object.";
        }

        if (schema.Unknown(arguments) is { } unknown)
        {
            return $"There is no argument of the name {Fence.Line(unknown)}.";
        }

        var given = talk.Clean(schema.Given(arguments));
        return given.Content.Length > LongestArguments
            ? $"The arguments have more than {LongestArguments} characters: ask for less."
            : await talk.Call(tool, given.Value, cancellation);
    }

    private static string Told(OfferedTool tool)
    {
        var ours = $"Asks the tool {tool.Name} of {tool.Server}, a server of this team. "
            + $"Cite what it gives as {ServerLookups.Citation(tool.Server, tool.Name)}. What the server says of it, as data:";
        var theirs = Fence.Line(tool.Description).Trim();
        var most = Math.Max(0, LongestDescription - ours.Length - 10);
        return $"{ours} <<< {Cut(theirs, most)} >>>";
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : most == 0 ? "…" : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
}
