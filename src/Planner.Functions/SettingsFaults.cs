using Microsoft.Extensions.Options;

namespace Planner.Functions;

/// <summary>What keeps the app from starting, for the log of a deployment: a line for each setting, and no stack.</summary>
internal static class SettingsFaults
{
    /// <summary>The exit code of a process whose settings are wrong.</summary>
    public const int ExitCode = 1;

    /// <summary>Runs the app; where settings are wrong, says which.</summary>
    /// <returns>The exit code.</returns>
    public static int Guard(Action run, TextWriter output)
    {
        try
        {
            run();
            return 0;
        }
        catch (OptionsValidationException faults)
        {
            foreach (var fault in faults.Failures)
            {
                output.WriteLine($"Planner does not start: {fault.ReplaceLineEndings(" ")}");
            }

            return ExitCode;
        }
    }
}
