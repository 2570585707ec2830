using System.Diagnostics;
using Planner.Codebase.Files;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.History;

/// <summary>
/// Reads the newest commits with git. The scanned repository's own settings could make git run programs, so git never runs in
/// it: an empty repository of our own looks at its objects, and at nothing else.
/// </summary>
/// <param name="repository">Around the code base.</param>
/// <param name="root">The code base: the repository's top folder, or one below it.</param>
/// <param name="missed">Told why there is no history.</param>
internal sealed class GitHistoryReader(GitRepository repository, string root, Limitations missed)
{
    private const string Unread = "The history of the repository was not read";
    /// <summary>The newest commits that are read.</summary>
    public const int MostCommits = 2_000;

    private const int LargestOutput = 64 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public HistoryFacts Read(string commit, CancellationToken cancellation)
    {
        if (repository.Distrust() is { } reason)
        {
            missed.Say($"{Unread}: {reason}.");
            return HistoryFacts.None;
        }

        var own = Directory.CreateTempSubdirectory("planner-history-");
        try
        {
            Prepare(own.FullName, commit);
            return Log(own.FullName, commit, cancellation);
        }
        finally
        {
            own.Delete(recursive: true);
        }
    }

    private void Prepare(string own, string commit)
    {
        Directory.CreateDirectory(Path.Combine(own, "refs"));
        File.WriteAllText(Path.Combine(own, "HEAD"), "ref: refs/heads/none\n");
        var format = commit.Length == 64
            ? "[core]\n\trepositoryformatversion = 1\n\tbare = true\n[extensions]\n\tobjectformat = sha256\n"
            : "[core]\n\trepositoryformatversion = 0\n\tbare = true\n";
        File.WriteAllText(Path.Combine(own, "config"), format);
        if (repository.Shallow is { } shallow)
        {
            File.Copy(shallow, Path.Combine(own, "shallow"));
        }
    }

    private HistoryFacts Log(string own, string commit, CancellationToken cancellation)
    {
        using var git = new Process { StartInfo = Start(own, commit) };
        try
        {
            git.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            missed.Say($"{Unread}: git is not installed.");
            return HistoryFacts.None;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(Longest);
        using var stop = end.Token.Register(() => Stop(git));
        git.StandardInput.Close();
        git.ErrorDataReceived += (_, _) => { };
        git.BeginErrorReadLine();
        var text = Bounded(git.StandardOutput);
        Stop(git, text is null);
        git.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        if (text is null || end.IsCancellationRequested || git.ExitCode != 0)
        {
            missed.Say(
                $"{Unread}: {(text is null
                    ? "it is too large"
                    : end.IsCancellationRequested ? $"git took longer than {Longest.TotalSeconds:0} seconds" : "git could not read it")}.");
            return HistoryFacts.None;
        }

        if (repository.Shallow is not null && LogFormat.Count(text) < MostCommits)
        {
            missed.Say("The repository is a shallow clone: its history was read as far as it goes.");
        }

        return new HistoryFacts(LogFormat.Read(text, Prefix()));
    }

    private ProcessStartInfo Start(string own, string commit)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = own,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var argument in new[]
        {
            "--no-pager",
            "--no-replace-objects",
            "log",
            "-z",
            $"--format={LogFormat.Format}",
            "--name-only",
            "--no-renames",
            "--no-merges",
            "--no-ext-diff",
            "--no-textconv",
            "--no-show-signature",
            "--no-color",
            "--no-mailmap",
            "-n",
            $"{MostCommits}",
            commit,
            "--",
        })
        {
            start.ArgumentList.Add(argument);
        }

        if (Prefix() is { Length: > 0 } folder)
        {
            start.ArgumentList.Add(folder);
        }

        start.Environment.Clear();
        foreach (var (name, value) in Surroundings(own))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Nothing of the user's or the machine's settings reaches git, and nothing is fetched.</summary>
    private IEnumerable<(string Name, string? Value)> Surroundings(string own) =>
    [
        ("PATH", Environment.GetEnvironmentVariable("PATH")), ("HOME", own), ("LC_ALL", "C.UTF-8"),
        ("SYSTEMROOT", Environment.GetEnvironmentVariable("SYSTEMROOT") ?? ""),
        ("GIT_DIR", own), ("GIT_OBJECT_DIRECTORY", repository.Objects), ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"),
        ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_LITERAL_PATHSPECS", "1"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_ALLOW_PROTOCOL", ""),
    ];

    /// <summary>The code base's place in the repository, with a slash at its end; empty where it is the top.</summary>
    private string Prefix()
    {
        var path = Path.GetRelativePath(repository.Top, root).Replace('\\', '/');
        return path == "." ? "" : path + "/";
    }

    private static string? Bounded(StreamReader output)
    {
        var text = new System.Text.StringBuilder();
        var buffer = new char[64 * 1024];
        for (var read = output.Read(buffer); read > 0; read = output.Read(buffer))
        {
            if (text.Append(buffer, 0, read).Length > LargestOutput)
            {
                return null;
            }
        }

        return text.ToString();
    }

    private static void Stop(Process git, bool needed = true)
    {
        if (needed && !git.HasExited)
        {
            git.Kill();
        }
    }
}
