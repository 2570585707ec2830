using System.Text.Json;

namespace Planner.Core.LanguageModels.ToolServers;

/// <summary>
/// Servers of tools that whoever runs the host has set up, for what stands in no code base: documents, catalogues, tickets of others.
/// Only tools that were allowed by name are there. All that servers say is data. They are started or reached when they are first needed,
/// and never for a run that the rules think.
/// </summary>
public interface IToolServers
{
    /// <summary>The allowed tools as <c>server/tool</c>, sorted.</summary>
    IReadOnlyList<string> Allowed { get; }

    /// <summary>Calls that one run may make, 1 or more.</summary>
    int MaxCalls { get; }

    /// <summary>Asks every server what it has. A server or tool that is missing is told and keeps none of the others back.</summary>
    Task<ToolOffer> Offer(CancellationToken cancellation);

    /// <summary>Calls a tool. What goes wrong with the server is a result; only an end of the host is thrown.</summary>
    /// <param name="server">The server's name.</param>
    /// <param name="tool">The tool's own name.</param>
    /// <param name="arguments">An object; without secrets.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    Task<ToolResult> Call(string server, string tool, JsonElement arguments, CancellationToken cancellation);
}

/// <summary>What there is.</summary>
/// <param name="Tools">Sorted by server and name.</param>
/// <param name="Missing">A sentence for each server or tool that is not there, sorted.</param>
public sealed record ToolOffer(IReadOnlyList<OfferedTool> Tools, IReadOnlyList<string> Missing);

/// <summary>A tool in the words of its server, which are data: nothing was checked but that its name is allowed.</summary>
/// <param name="Server">The server's name, as the host was set up with it.</param>
/// <param name="Name">The tool's own name.</param>
/// <param name="Description">What the server says of it.</param>
/// <param name="Schema">JSON schema of its arguments, as the server gives it.</param>
public sealed record OfferedTool(string Server, string Name, string Description, string Schema);

/// <summary>What came of a call.</summary>
/// <param name="Text">What the tool gave, cut to the allowed length; or what went wrong, in a sentence.</param>
/// <param name="IsAnswer">True where the tool gave something.</param>
/// <param name="Limitation">What a plan must say about it, in a sentence; null where nothing was missing.</param>
public sealed record ToolResult(string Text, bool IsAnswer, string? Limitation = null);
