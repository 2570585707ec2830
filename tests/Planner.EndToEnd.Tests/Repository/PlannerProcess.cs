using System.Diagnostics;

namespace Planner.EndToEnd.Tests.Repository;

/// <summary>The real command as a process of its own, from where the tests were built to.</summary>
internal static class PlannerProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs it to its end with nobody at the keyboard.</summary>
    public static Task<Finished> Run(string folder, params string[] arguments) => Run(folder, [], arguments);

    /// <summary>The same with settings in its environment.</summary>
    public static async Task<Finished> Run(string folder, IEnumerable<KeyValuePair<string, string>> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "planner.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return new Finished(process.ExitCode, await output, await errors);
    }

    internal sealed record Finished(int Code, string Output, string Errors);
}
