using System.Diagnostics;
using Planner.EndToEnd.Tests.Repository;
using Planner.Testing.Repository;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>The real <c>planner serve</c> on a port that the system chooses, over the sample shop and its tickets.</summary>
internal sealed class ServedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly Task<string> errors;

    private ServedProcess(Process process, Task<string> errors, Uri address) => (this.process, this.errors, Address) = (process, errors, address);

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>Starts it and returns once it says where it serves.</summary>
    public static async Task<ServedProcess> Start(string folder, params IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "planner.dll"), "serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder, "data")])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Settings(folder).Concat(settings))
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        var said = started.StandardError.ReadToEndAsync();
        var line = await FirstLine(started, said) ?? throw new InvalidOperationException($"It ended: {await said}");
        return new ServedProcess(started, said, new Uri(line.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(',')));
    }

    private static async Task<string?> FirstLine(Process started, Task<string> said)
    {
        try
        {
            return await started.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        }
        catch (TimeoutException silent)
        {
            started.Kill(entireProcessTree: true);
            throw new TimeoutException($"It did not say where it serves within {Patience.TotalMinutes} minutes: {await said}", silent);
        }
    }

    /// <summary>Settings of the sample shop, with its tickets copied so that comments stay out of the repository.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(string folder)
    {
        var tickets = Directory.CreateDirectory(Path.Combine(folder, "tickets")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "samples", "tickets"), "SHOP-10?-*"))
        {
            File.Copy(file, Path.Combine(tickets, Path.GetFileName(file)), overwrite: true);
        }

        yield return ("Codebases__shop__Path", Path.Combine(RepositoryRoot.Path, "samples", "shop"));
        yield return ("Tickets__Folder", tickets);
        yield return ("Decisions__Timeout", "1.00:00:00");
    }

    /// <summary>Runs a command against it.</summary>
    public Task<PlannerProcess.Finished> Command(string folder, params string[] arguments) =>
        PlannerProcess.Run(folder, [new("PLANNER_SERVER", Address.ToString())], arguments);

    /// <summary>As the power fails.</summary>
    public async Task Kill()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>As a service manager stops it; returns its exit code.</summary>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString()]);
        await kill.WaitForExitAsync();
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public Task<string> Errors() => errors.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }

        process.Dispose();
    }
}
