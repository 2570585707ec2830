using System.Globalization;
using System.Text.Json.Nodes;
using Planner.Core.Artifacts;
using Planner.Core.LanguageModels.ToolServers;
using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Durability;

namespace Planner.Specialists.Models.Tools.Served;

/// <summary>
/// Results of calls, written down before they are used: a talk that is had again after a kill, a replay or in a run that took over
/// goes on as it went, so that none of its answers is paid for again. Calls are counted where they are kept, over the whole run.
/// </summary>
internal sealed class KeptCalls(IToolServers servers, IArtifactStore store, IJournal? journal, Redactor redactor, ServedPlace place)
{
    private int passed;

    /// <summary>Arguments as they may go out.</summary>
    public (JsonObject Value, string Content) Clean(JsonObject arguments) => redactor.OfValue(arguments);

    /// <summary>The result that stands for a call, or that of calling it now.</summary>
    public async Task<ToolResult> Once(OfferedTool tool, JsonObject arguments, CancellationToken cancellation)
    {
        var call = new ToolRequest($"{tool.Server}/{tool.Name}", arguments.ToJsonString());
        var name = TextHash.Of($"tool call\n{call.Tool}\n{call.Arguments}");
        var result = await Kept(place.RunId, name, cancellation)
            ?? await Keep(name, call, await Earlier(name, cancellation) ?? await Call(tool, call, arguments, cancellation), cancellation);
        await Tell(call, name, result, cancellation);
        return result;
    }

    /// <summary>What another run was told holds; that it was told nothing does not.</summary>
    private async Task<ToolResult?> Earlier(string name, CancellationToken cancellation) =>
        place.Previous is { } previous && await Kept(previous, name, cancellation) is { IsAnswer: true } earlier ? earlier : null;

    private async Task<ToolResult> Call(OfferedTool tool, ToolRequest call, JsonObject arguments, CancellationToken cancellation)
    {
        if (!await Claim(call, cancellation))
        {
            return new ToolResult(
                "No tool of a server is called any more in this run; answer with what you have.",
                IsAnswer: false,
                $"The {servers.MaxCalls} calls of tools that a run may make were used up; what else was asked for was not looked up.");
        }

        using var given = System.Text.Json.JsonDocument.Parse(call.Arguments);
        return await servers.Call(tool.Server, tool.Name, given.RootElement, cancellation);
    }

    /// <summary>Takes one of the run's numbered places, or finds the one that the same call took before.</summary>
    private async Task<bool> Claim(ToolRequest call, CancellationToken cancellation)
    {
        var content = await store.PutContent(place.Ticket, place.RunId, redactor.OfValue(call).Content, cancellation);
        while (passed < servers.MaxCalls)
        {
            var number = TextHash.Of(string.Create(CultureInfo.InvariantCulture, $"tool call number {passed + 1}"));
            if (await store.Note(place.Ticket, place.RunId, number, content, cancellation) == content)
            {
                return true;
            }

            passed++;
        }

        return false;
    }

    private async Task<ToolResult?> Kept(string run, string name, CancellationToken cancellation) =>
        await store.Noted(place.Ticket, run, name, cancellation) is { } reference
            ? PlanJson.Read<KeptCall>(await store.GetContent(place.Ticket, run, reference, cancellation)).Result
            : null;

    private async Task<ToolResult> Keep(string name, ToolRequest call, ToolResult result, CancellationToken cancellation)
    {
        var content = await store.PutContent(place.Ticket, place.RunId, redactor.OfValue(new KeptCall(call, result)).Content, cancellation);
        var standing = await store.Note(place.Ticket, place.RunId, name, content, cancellation);
        return PlanJson.Read<KeptCall>(await store.GetContent(place.Ticket, place.RunId, standing, cancellation)).Result;
    }

    private Task Tell(ToolRequest call, string name, ToolResult result, CancellationToken cancellation) => journal is null
        ? Task.CompletedTask
        : journal.Append(
            place.RunId,
            [
                new JournalEntry(
                    $"{JournalOrder.ToolOf(call.Tool)}|{place.RunId}/{name[..16]}|{JournalKinds.Progress}",
                    place.At,
                    JournalKinds.Progress,
                    Said(call, result)),
            ],
            cancellation);

    private static string Said(ToolRequest call, ToolResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"Asked {call.Tool}, which gave {(result.IsAnswer ? $"{result.Text.Length:N0} characters" : "nothing to go by")}");
}

/// <summary>What is asked of a tool.</summary>
/// <param name="Tool">As <c>server/tool</c>.</param>
/// <param name="Arguments">JSON.</param>
internal sealed record ToolRequest(string Tool, string Arguments);

/// <summary>What was asked, and what came of it.</summary>
internal sealed record KeptCall(ToolRequest Call, ToolResult Result);
