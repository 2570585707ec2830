using System.CommandLine;
using Planner.Api.Runs;

namespace Planner.Cli.Remote;

/// <summary><c>refine</c>: what a plan shall take up besides the words of its ticket.</summary>
internal static class RefineCommand
{
    private static readonly Argument<string> Instruction = new("text") { Description = "What is to be planned besides, as a further criterion." };

    public static Command Create() =>
        RemoteCommand.Create("refine", "Makes a ticket's plan again with an instruction.", [RemoteCommand.Run, Instruction], Refine);

    private static async Task Refine(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var started = await server.Post<StartedRun>(
            ServerClient.Run(parsed.GetValue(RemoteCommand.Run)!, "/refine"), new RefineRun(parsed.GetValue(Instruction)!), cancellation);
        RemoteCommand.Print([$"{started.RunId} plans {started.Ticket} again."]);
    }
}
