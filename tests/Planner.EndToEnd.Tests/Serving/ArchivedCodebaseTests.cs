using System.Diagnostics;
using System.Text;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Repository;
using Planner.EndToEnd.Tests.Story;
using Planner.Testing.Categories;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>The real server on a snapshot that the real command made.</summary>
public sealed class ArchivedCodebaseTests : IDisposable
{
    private const string Run = "SHOP-101-api-one";
    private const int MostKills = 3;

    private static readonly (string, string)[] Always = [("Decisions__Timeout", "00:00:00"), ("SOURCE_DATE_EPOCH", "1767323045")];

    private readonly ScratchFolder scratch = new();

    private string Shop => Path.Combine(scratch.Root, "shop");

    private string Archive => Path.Combine(scratch.Root, "shop.tar.gz");

    [Fact]
    [LongRunning]
    public async Task PlanFromASnapshot_HasTheBytesOfThePlanFromTheFolder()
    {
        Copy(withHistory: true);
        await Pack();

        var fromFolder = await Plan("a", ("Codebases__shop__Path", Shop));
        var fromSnapshot = await Plan("b", ("Codebases__shop__Path", ""), ("Codebases__shop__Archive", Archive));

        Assert.Contains(Path.Combine("v1", "grounding.json"), fromFolder.Keys);
        Assert.Equal(fromFolder, fromSnapshot);
        var grounding = File.ReadAllText(Path.Combine(scratch.Root, "b", "data", "JIRA-SHOP-101", "v1", "grounding.json"));
        Assert.Contains("\"commit\": \"", grounding, StringComparison.Ordinal);
    }

    [Fact]
    [LongRunning]
    public async Task KilledWhileItUnpacks_TheNextStartGoesOnAndLeavesNothingHalf()
    {
        Copy(withHistory: false);
        Noise(4000);
        await Pack();
        (string, string)[] settings = [("Codebases__shop__Path", ""), ("Codebases__shop__Archive", Archive), .. Always];
        var kills = 0;
        for (; kills < MostKills; kills++)
        {
            await using var killed = await ServedProcess.Start(scratch.Root, settings);
            await new ServedRun(killed, Run).Start("SHOP-101", "one");
            if (!await IsSeenUnpacking())
            {
                break;
            }

            await killed.Kill();
            Assert.Empty(Copies("copy-*"));
        }

        await using var server = await ServedProcess.Start(scratch.Root, settings);
        await new ServedRun(server, Run).Until("Completed");

        Assert.True(kills > 0, "It had unpacked all before it could be killed.");
        Assert.Single(Copies("copy-*"));
        Assert.Empty(Copies("staging-*"));
        Assert.Equal(Count(Shop), Count(Path.Combine(Copies("copy-*")[0], "code")));
    }

    [Fact]
    public async Task Doctor_LooksAtTheSnapshot()
    {
        Copy(withHistory: false);
        await Pack();

        var finished = await InProcessPlanner.Run([new("Codebases__shop__Archive", Archive)], ["doctor", "--data", Path.Combine(scratch.Root, "data")]);

        Assert.Contains($"shop (snapshot '{Archive}', sha256 ", finished.Output, StringComparison.Ordinal);
    }

    public void Dispose() => scratch.Dispose();

    private async Task<SortedDictionary<string, string>> Plan(string folder, params (string, string)[] settings)
    {
        var own = Directory.CreateDirectory(Path.Combine(scratch.Root, folder)).FullName;
        await using var server = await ServedProcess.Start(own, [.. settings, .. Always]);
        var run = new ServedRun(server, Run);
        await run.Start("SHOP-101", "one");
        await run.Until("Completed");
        return Tree.Published(Path.Combine(own, "data", "JIRA-SHOP-101"));
    }

    private async Task Pack()
    {
        var finished = await InProcessPlanner.Run("snapshot", "--codebase", Shop, "--to", Archive);
        Assert.True(finished.Code == 0, finished.Errors);
    }

    // False where it has unpacked everything before anybody could look.
    private async Task<bool> IsSeenUnpacking()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (Copies("copy-*").Count == 0)
        {
            if (Copies("staging-*") is [var staging] && Directory.Exists(Path.Combine(staging, "code", "noise")))
            {
                return true;
            }

            await Task.Delay(1, limit.Token);
        }

        return false;
    }

    private static int Count(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length;

    private IReadOnlyList<string> Copies(string pattern)
    {
        var cache = Path.Combine(scratch.Root, "data", ".planner", "codebases");
        return Directory.Exists(cache) ? [.. Directory.GetDirectories(cache).SelectMany(d => Directory.GetDirectories(d, pattern))] : [];
    }

    private void Noise(int files)
    {
        var random = new Random(1);
        Directory.CreateDirectory(Path.Combine(Shop, "noise"));
        for (var i = 0; i < files; i++)
        {
            var text = new StringBuilder();
            for (var word = 0; word < 500; word++)
            {
                text.Append((char)('a' + random.Next(26)), 1 + random.Next(9)).Append(' ');
            }

            File.WriteAllText(Path.Combine(Shop, "noise", $"{i}.txt"), text.ToString());
        }
    }

    private void Copy(bool withHistory)
    {
        var from = Path.Combine(RepositoryRoot.Path, "samples", "shop");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Split('/').Any(p => p is "bin" or "obj")))
        {
            var target = Path.Combine(Shop, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        if (withHistory)
        {
            Git("init", "-q", "-b", "main");
            Git("add", "-A");
            Git("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgSign=false", "commit", "-qm", "The shop");
        }
    }

    private void Git(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Shop })!;
            Assert.True(git.WaitForExit(TimeSpan.FromSeconds(30)) && git.ExitCode == 0);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("git is not installed.");
        }
    }
}
