using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Planner.Core.Text.Secrets;

namespace Planner.Cli.Checkup;

/// <summary><c>planner doctor</c>: checks what is set up and reaches it.</summary>
internal static class DoctorCommand
{
    private static readonly Option<string> Data =
        new("--data") { Description = "The folder of the engine's data and of plans (default: .work).", DefaultValueFactory = _ => ".work" };
    private static readonly Option<string> Server = new("--server") { Description = "A server to look at (default: PLANNER_SERVER, else none)." };

    public static Command Create(Func<IConfiguration> settings)
    {
        var command = new Command("doctor", "Checks the configuration, reaches what it names, and says how to mend what fails.") { Data, Server };
        command.SetAction(async (parsed, cancellation) =>
            await Run(new Examinations(settings(), parsed.GetValue(Data)!, parsed.GetValue(Server)), cancellation));
        return command;
    }

    private static async Task<int> Run(Examinations examinations, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var examination in examinations.All())
        {
            var finding = await Examiner.Examine(examination, cancellation);
            failed += finding is CheckupFinding.Wrong ? 1 : 0;
            foreach (var line in finding.Lines)
            {
                Console.Out.WriteLine(Terminal.Clean(Redaction.Of($"{Mark(finding),-5} {finding.Name,-16} {line}")));
            }
        }

        return failed == 0 ? ExitCodes.Planned : ExitCodes.Failed;
    }

    private static string Mark(CheckupFinding finding) => finding switch
    {
        CheckupFinding.Fine => "ok",
        CheckupFinding.Absent => "-",
        CheckupFinding.Wrong => "WRONG",
        _ => throw new InvalidOperationException("A finding is one of three."),
    };
}
