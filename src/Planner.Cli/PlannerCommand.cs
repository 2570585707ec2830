using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Cli.Checkup;
using Planner.Cli.Packing;
using Planner.Cli.Planning;
using Planner.Cli.Remote;
using Planner.Cli.Serving;
using Planner.Core.Text.Secrets;

namespace Planner.Cli;

/// <summary>The <c>planner</c> command: parses, runs, and turns faults into one line and an exit code.</summary>
internal static class PlannerCommand
{
    public static Task<int> Run(string[] args) => Run(args, Settings.Load);

    /// <summary>The same with settings from elsewhere; they are read by the commands that go by some.</summary>
    public static async Task<int> Run(string[] args, Func<IConfiguration> settings)
    {
        var root = new RootCommand("Turns a Jira ticket into an implementation plan that was checked against the code.")
        {
            PlanCommand.Create(settings), ServeCommand.Create(settings), SnapshotCommand.Create(settings), DoctorCommand.Create(settings),
        };
        RunCommands.Create().Concat(AnswerCommands.Create()).Append(RefineCommand.Create()).Concat(PlanCommands.Create()).ToList().ForEach(root.Add);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return Fail($"{Terminal.Clean(parsed.Errors[0].Message)} Try '{Help(parsed.CommandResult.Command)}'.", ExitCodes.Usage);
        }

        using var interrupt = new Interrupt();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interrupt.Token);
        }
        catch (UsageException e)
        {
            return Fail(e.Message, ExitCodes.Usage);
        }
        catch (OptionsValidationException e)
        {
            e.Failures.ToList().ForEach(f => Tell(Terminal.Clean(f)));
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            return Fail("Interrupted. The same command goes on from here.", ExitCodes.Interrupted);
        }
        catch (Exception e)
        {
            return Fail(Faults.Explain(e), ExitCodes.Failed);
        }
    }

    private static string Help(Command command) => command is RootCommand ? "planner --help" : $"planner {command.Name} --help";

    private static int Fail(string line, int code)
    {
        Tell(line);
        return code;
    }

    private static void Tell(string line) => Console.Error.WriteLine($"planner: {Redaction.Of(line)}");
}
