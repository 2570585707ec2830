using System.Diagnostics;
using System.Text;

namespace Planner.Codebase.Git;

/// <summary>Runs git to its end, with an environment made from nothing, within a bounded time.</summary>
internal static class GitProgram
{
    private const int LargestOutput = 1024 * 1024;

    /// <summary>True where git is on the path.</summary>
    public static bool IsInstalled => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(f => File.Exists(Path.Combine(f, OperatingSystem.IsWindows() ? "git.exe" : "git")));

    /// <param name="arguments">None of them a secret: other users of the machine see them.</param>
    /// <param name="environment">All that git is told.</param>
    /// <param name="timeout">After that it is ended, with what it started.</param>
    /// <param name="cancellation">Ends it as well.</param>
    public static async Task<GitResult> Run(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, TimeSpan timeout, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var git = new Process { StartInfo = start };
        try
        {
            git.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return new GitResult.Absent();
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(timeout);
        return await Finish(git, end.Token, cancellation);
    }

    private static async Task<GitResult> Finish(Process git, CancellationToken end, CancellationToken cancellation)
    {
        try
        {
            git.StandardInput.Close();
            var errors = Tail(git.StandardError, end);
            var output = await Tail(git.StandardOutput, end);
            await git.WaitForExitAsync(end);
            return git.ExitCode == 0 ? new GitResult.Done(output) : new GitResult.Failed(await errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new GitResult.TooSlow();
        }
        finally
        {
            if (!git.HasExited)
            {
                git.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>The end of what it says: that is where it says what went wrong.</summary>
    private static async Task<string> Tail(StreamReader reader, CancellationToken end)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        for (var read = await reader.ReadAsync(buffer, end); read > 0; read = await reader.ReadAsync(buffer, end))
        {
            text.Append(buffer, 0, read);
            if (text.Length > LargestOutput)
            {
                text.Remove(0, text.Length - (LargestOutput / 2));
            }
        }

        return text.ToString();
    }
}

/// <summary>How git ended.</summary>
internal abstract record GitResult
{
    /// <summary>It did what it was told.</summary>
    public sealed record Done(string Output) : GitResult;

    /// <summary>It failed, and said why.</summary>
    public sealed record Failed(string Errors) : GitResult;

    /// <summary>It was ended after its time.</summary>
    public sealed record TooSlow : GitResult;

    /// <summary>There is no git.</summary>
    public sealed record Absent : GitResult;
}
