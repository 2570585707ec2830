using System.Diagnostics;
using Xunit;

namespace Planner.Codebase.Tests;

/// <summary>Makes repositories with the real git, the same commits each time.</summary>
internal static class ScratchGit
{
    public static bool IsThere { get; } = Has();

    public static string Run(string folder, params string[] arguments)
    {
        string[] always = ["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false", "-c", "safe.directory=*"];
        var start = new ProcessStartInfo("git", [.. always, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = "2026-01-02T12:00:00Z";
        using var git = Process.Start(start)!;
        var output = git.StandardOutput.ReadToEnd();
        Assert.True(git.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, git.ExitCode);
        return output.Trim();
    }

    /// <summary>Commits all that lies in a folder, in a repository that is made where there is none.</summary>
    public static string Commit(string folder, string message)
    {
        if (!Directory.Exists(Path.Combine(folder, ".git")))
        {
            Run(folder, "init", "-q", "-b", "main");
        }

        Run(folder, "add", "-A");
        Run(folder, "commit", "-qm", message);
        return Run(folder, "rev-parse", "HEAD");
    }

    private static bool Has()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["--version"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            git.WaitForExit();
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
