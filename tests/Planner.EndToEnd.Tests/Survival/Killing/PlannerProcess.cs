using System.Diagnostics;
using System.Text;

namespace Planner.EndToEnd.Tests.Survival.Killing;

/// <summary>A real <c>planner</c> process. Disposing kills it where it still runs; no other process is ever touched.</summary>
internal sealed class PlannerProcess : IDisposable
{
    private const string SourceDate = "1767323045";
    private readonly Process process;
    private readonly StringBuilder errors = new();
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlannerProcess(Process process) => this.process = process;

    /// <summary>What it wrote, for messages.</summary>
    public string Said => $"exit code {(process.HasExited ? process.ExitCode : "none")}: {errors} {output}".Trim();

    public static PlannerProcess Start(SamplePlan plan)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SOURCE_DATE_EPOCH"] = SourceDate },
        };
        IReadOnlyList<string> arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "planner.dll"), .. plan.Arguments];
        arguments.ToList().ForEach(start.ArgumentList.Add);
        foreach (var (name, value) in plan.Settings)
        {
            start.Environment[name] = value;
        }

        var planner = new PlannerProcess(new Process { StartInfo = start });
        planner.Listen();
        return planner;
    }

    /// <summary>
    /// Time from the first history event, which is durable when the first line comes, to the end of the run, which the
    /// empty line before the report tells.
    /// </summary>
    public async Task<TimeSpan> RunTime(CancellationToken cancellation)
    {
        await begun.Task.WaitAsync(cancellation);
        var watch = Stopwatch.StartNew();
        await ended.Task.WaitAsync(cancellation);
        return watch.Elapsed;
    }

    /// <summary>SIGKILL so long after the first history event; returns the run's time where it ended sooner, else null.</summary>
    public async Task<TimeSpan?> KillAfter(TimeSpan delay, CancellationToken cancellation)
    {
        await begun.Task.WaitAsync(cancellation);
        var watch = Stopwatch.StartNew();
        await Task.WhenAny(ended.Task, Task.Delay(delay, cancellation));
        var sooner = ended.Task.IsCompleted ? watch.Elapsed : (TimeSpan?)null;
        process.Kill();
        await process.WaitForExitAsync(cancellation);
        return sooner;
    }

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> Exit(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Append(line.Data).Append(' ');
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        // Null is the end of the stream: whoever still waits for a line must not wait for ever.
        if (line is null or "")
        {
            ended.TrySetResult();
        }

        begun.TrySetResult();
        output.Append(line).Append(" | ");
    }
}
