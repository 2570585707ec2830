using System.Diagnostics;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.History;

public sealed class HistoryTests : IDisposable
{
    private readonly Tree tree = new();

    public HistoryTests() => Assert.SkipUnless(HasGit(), "git is not installed.");

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(tree.Root, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        tree.Dispose();
    }

    [Fact]
    public async Task CommitsAreToldNewestFirstWithTheirFiles()
    {
        Repository();

        var commits = (await tree.Read()).History.Commits;

        Assert.Equal(["Second, with \u00fcmlaut", "First"], commits.Select(c => c.Subject));
        Assert.Equal(["src/Other File.cs", "src/Shop.cs"], commits[0].Files);
        Assert.Equal(("Ada Lovelace", "2026-01-02", 40), (commits[0].Author, commits[0].Date, commits[0].Sha.Length));
    }

    [Fact]
    public async Task AddressInPlaceOfAName_IsLeftOut()
    {
        Repository();
        Git(tree.Root, "commit", "-q", "--amend", "--no-edit", "--author=ada@example.org <ada@example.org>");

        Assert.Equal(["", "Ada Lovelace"], (await tree.Read()).History.Commits.Select(c => c.Author));
    }

    [Fact]
    public async Task SecretInASubject_IsTakenOutBeforeTheSubjectIsCut()
    {
        Repository();
        Git(tree.Root, "commit", "-q", "--amend", "-m", new string('a', 190) + " glpat-" + "aB3dE5gH7jK9mN1pQ3sT5");

        Assert.EndsWith("a (redacted", (await tree.Read()).History.Commits[0].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubFolderOfARepository_TellsItsOwnFilesAlone()
    {
        Repository();
        tree.With("docs/a.md", "# A");
        Git(tree.Root, "add", "-A");
        Git(tree.Root, "commit", "-qm", "Third, elsewhere");

        var commits = (await tree.Read(under: "src")).History.Commits;

        Assert.Equal([["Other File.cs", "Shop.cs"], ["Shop.cs"]], commits.Select(c => c.Files));
    }

    [Fact]
    public async Task WorkTree_TellsTheHistoryOfItsRepository()
    {
        Repository("main");
        Git(tree.At("main"), "worktree", "add", "-q", tree.At("side"));

        Assert.Equal(2, (await tree.Read(under: "side")).History.Commits.Count);
    }

    [Fact]
    public async Task NoRepository_HasNoHistoryAndNoLimitationBecauseOfIt()
    {
        tree.With("src/Shop.cs", "class Shop { }");

        var index = await tree.Read();

        Assert.Empty(index.History.Commits);
        Assert.DoesNotContain(index.Limitations, l => l.Contains("history", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SettingsOfTheScannedRepository_RunNothing()
    {
        Repository();
        var trap = tree.At("trap.sh");
        await File.WriteAllTextAsync(trap, $"#!/bin/sh\ntouch '{tree.At("sprung")}'\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(trap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await File.AppendAllTextAsync(tree.At(".git/config"), $"""

            [core]
                fsmonitor = {trap}
                pager = {trap}
                hooksPath = {tree.Root}
                sshCommand = {trap}
            [log]
                showSignature = true
            [gpg]
                program = {trap}
            [diff]
                external = {trap}
            [alias]
                log = !{trap}
            [include]
                path = {tree.At("more.config")}
            """, TestContext.Current.CancellationToken);

        var index = await tree.Read();

        Assert.Equal(2, index.History.Commits.Count);
        Assert.False(File.Exists(tree.At("sprung")));
    }

    [Fact]
    public async Task ObjectsOfAnotherRepository_AreNotLookedAt()
    {
        Repository("secret");
        Git(tree.Root, "clone", "-q", "--shared", tree.At("secret"), tree.At("mine"));

        var index = await tree.Read(under: "mine");

        Assert.Empty(index.History.Commits);
        Assert.Contains("The history of the repository was not read: its objects lie in another repository.", index.Limitations);
    }

    [Fact]
    public async Task GitFolderThatDoesNotKnowOfTheCodeBase_IsNotLookedAt()
    {
        Repository("secret");
        tree.With("mine/.git", $"gitdir: {tree.At("secret/.git")}\n").With("mine/Shop.cs", "class Shop { }");

        var index = await tree.Read(under: "mine");

        Assert.Empty(index.History.Commits);
        Assert.Contains("The history of the repository was not read: its git folder lies elsewhere and does not know of it.", index.Limitations);
    }

    [Fact]
    public async Task ShallowClone_IsReadAsFarAsItGoes()
    {
        Repository("main");
        Git(tree.Root, "clone", "-q", "--depth", "1", new Uri(tree.At("main")).AbsoluteUri, tree.At("shallow"));

        var index = await tree.Read(under: "shallow");

        Assert.Single(index.History.Commits);
        Assert.Contains("The repository is a shallow clone: its history was read as far as it goes.", index.Limitations);
    }

    [Fact]
    public async Task BrokenRepository_IsALimitation()
    {
        Repository();
        Directory.Delete(tree.At(".git/objects"), recursive: true);
        Directory.CreateDirectory(tree.At(".git/objects"));

        var index = await tree.Read();

        Assert.Empty(index.History.Commits);
        Assert.Contains("The history of the repository was not read: git could not read it.", index.Limitations);
    }

    private void Repository(string folder = "")
    {
        Directory.CreateDirectory(tree.At(folder));
        Git(tree.At(folder), "init", "-q", "-b", "main");
        tree.With(Path.Combine(folder, "src/Shop.cs"), "class Shop { }");
        Git(tree.At(folder), "add", "-A");
        Git(tree.At(folder), "commit", "-qm", "First");
        tree.With(Path.Combine(folder, "src/Shop.cs"), "class Shop { int a; }").With(Path.Combine(folder, "src/Other File.cs"), "class Other { }");
        Git(tree.At(folder), "add", "-A");
        Git(tree.At(folder), "commit", "-qm", "Second, with \u00fcmlaut");
    }

    private static void Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "git",
            ["-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false", "-c", "safe.directory=*", .. arguments])
        {
            WorkingDirectory = folder,
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_AUTHOR_DATE"] = start.Environment["GIT_COMMITTER_DATE"] = "2026-01-02T12:00:00Z";
        using var git = Process.Start(start)!;
        Assert.True(git.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, git.ExitCode);
    }

    private static bool HasGit()
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
