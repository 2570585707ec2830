using System.Text.Json;
using Planner.Conformance.Stores;
using Planner.Core.Artifacts;
using Planner.EndToEnd.Tests.Cli;
using Planner.EndToEnd.Tests.Survival.Killing;
using Planner.Integrations.Artifacts.Blobs;
using Planner.Integrations.Blobs;
using Planner.Testing.Categories;
using Xunit;
using Command = Planner.EndToEnd.Tests.Repository.PlannerProcess;

namespace Planner.EndToEnd.Tests.Blobs;

/// <summary>The real command with its plans in a container.</summary>
public sealed class BlobPlanTests(StorageAccount account) : IDisposable
{
    private const string SourceDate = "1767323045";
    private readonly Scratch scratch = new();
    private readonly string container = StorageAccount.NewContainer();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Ticket_IsPlannedIntoTheContainer()
    {
        using var folder = new ScratchFolder();
        var settings = (await Settings(container)).Select(s => (s.Key, s.Value));

        var finished = await folder.PlanBy(settings, Path.Combine(folder.Root, "ticket.md"), "--out", folder.Out);

        var store = await Store(container);
        Assert.Equal((0, ""), (finished.Code, finished.Errors));
        Assert.Contains($"Read first: {store.Locate("SHOP-9", 1)}/implementation.md", finished.Output, StringComparison.Ordinal);
        Assert.Contains("manifest.json", (await Version(store, "SHOP-9", 1)).Keys);
    }

    [Fact]
    [LongRunning]
    public async Task SampleTicket_GivesTheBytesOfTheFileStore()
    {
        var inFolder = scratch.NewPlan();
        var inBlobs = scratch.NewPlan() with { Settings = await Settings(container) };
        await Plan(inFolder);

        var output = await Plan(inBlobs);

        var store = await Store(container);
        var place = store.Locate(inBlobs.Key, 1);
        Assert.Contains($"Read first: {place}/implementation.md", output, StringComparison.Ordinal);
        Assert.Equal(Folder(Path.Combine(inFolder.Output, "JIRA-SHOP-101", "v1")), await Version(store, inBlobs.Key, 1));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(inFolder.Output, "decisions", "index.json"), Cancellation),
            await store.ReadShared("decisions/index.json", Cancellation));
        Assert.Equal(Comment(inFolder, Path.Combine(inFolder.Output, "JIRA-SHOP-101", "v1")), Comment(inBlobs, place));
        Assert.Equal([".gitignore", ".planner"], Directory.EnumerateFileSystemEntries(inBlobs.Output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    [LongRunning]
    public async Task KilledThreeTimes_LeavesTheBytesOfAnUndisturbedRun()
    {
        var undisturbed = scratch.NewPlan() with { Settings = await Settings(container) };
        await Plan(undisturbed);
        var killed = scratch.NewPlan() with { Settings = await Settings(container + "k") };
        foreach (var delay in new[] { 100, 900, 2_000 })
        {
            using var process = PlannerProcess.Start(killed);
            await process.KillAfter(TimeSpan.FromMilliseconds(delay), Cancellation);
        }

        await Plan(killed);

        var store = await Store(container + "k");
        var files = await Version(store, killed.Key, 1);
        Assert.Contains("implementation.md", files.Keys);
        Assert.Equal(await Version(await Store(container), killed.Key, 1), files);

        // On a fast machine the run may have ended before the last kill; the command then made the next version.
        Assert.InRange((await store.Latest(killed.Key, Cancellation))!.Value, 1, 2);
    }

    [Fact]
    [LongRunning]
    public async Task TwoFoldersPlanningOneTicketAtOnce_MakeTwoRunsAndTwoVersions()
    {
        using var folder = new ScratchFolder();
        var settings = await Settings(container);

        var both = await Task.WhenAll(new[] { "one", "other" }.Select(output =>
            Command.Run(folder.Root, settings, ["plan", "ticket.md", "--codebase", "code", "--out", output, "--json"])));

        Assert.All(both, run => Assert.Equal((0, ""), (run.Code, run.Errors)));
        var documents = both.Select(run => JsonDocument.Parse(run.Output).RootElement).ToList();
        Assert.Equal([1, 2], documents.Select(d => d.GetProperty("version").GetInt32()).Order());
        Assert.Equal(["SHOP-9-cli-1", "SHOP-9-cli-2"], documents.Select(d => d.GetProperty("runId").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(2, await (await Store(container)).Latest("SHOP-9", Cancellation));
    }

    [Fact]
    public async Task AccountThatDoesNotListen_IsToldInOneLineWithoutItsKey()
    {
        using var folder = new ScratchFolder();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Artifacts__Store"] = "Blob",
            ["Artifacts__ConnectionString"] = "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:9/a",
        };

        var finished = await folder.PlanBy(settings.Select(s => (s.Key, s.Value)), Path.Combine(folder.Root, "ticket.md"), "--out", folder.Out);

        Assert.Equal(1, finished.Code);
        Assert.Contains("'http://127.0.0.1:9/a/plans' cannot be reached", Assert.Single(finished.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", finished.Errors + finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongSetting_IsWrongUsageAndLeavesNoFolder()
    {
        using var folder = new ScratchFolder();

        var finished = await folder.PlanBy([("Artifacts__Store", "Blob")], Path.Combine(folder.Root, "ticket.md"), "--out", folder.Out);

        Assert.Equal(2, finished.Code);
        Assert.Contains("Artifacts__AccountUrl", Assert.Single(finished.Errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Out));
    }

    [Fact]
    public async Task SettingsThatLieInTheCodeBase_AreNotRead()
    {
        using var folder = new ScratchFolder();
        const string settings = """{"Artifacts": {"Store": "Blob", "AccountUrl": "https://elsewhere.example"}}""";
        folder.Write("appsettings.json", settings);
        folder.Write("code/appsettings.json", settings);

        var finished = await folder.Plan("ticket.md", "--codebase", "code", "--out", "out");

        Assert.Equal(0, finished.Code);
        Assert.True(File.Exists(Path.Combine(folder.Out, "JIRA-SHOP-9", "v1", "implementation.md")));
    }

    private static async Task<string> Plan(SamplePlan plan)
    {
        var finished = await Command.Run(plan.TicketFolder, [.. plan.Settings, KeyValuePair.Create("SOURCE_DATE_EPOCH", SourceDate)], plan.Arguments);
        Assert.True(finished.Code == 0, finished.Errors + finished.Output);
        return finished.Output;
    }

    private async Task<Dictionary<string, string>> Settings(string name) => new(StringComparer.Ordinal)
    {
        ["Artifacts__Store"] = "Blob",
        ["Artifacts__ConnectionString"] = await account.ConnectionString(),
        ["Artifacts__Container"] = name,
    };

    private async Task<BlobArtifactStore> Store(string name) => new(BlobContainers.ByConnectionString(await account.ConnectionString(), name));

    private static async Task<SortedDictionary<string, string>> Version(IArtifactStore store, string ticket, int version)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in await store.List(ticket, version, Cancellation))
        {
            files.Add(path, (await store.Read(ticket, version, path, Cancellation))!);
        }

        return files;
    }

    private static SortedDictionary<string, string> Folder(string root)
    {
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllText);
        return new SortedDictionary<string, string>(files, StringComparer.Ordinal);
    }

    private static string Comment(SamplePlan plan, string place) =>
        File.ReadAllText(Directory.EnumerateFiles(plan.TicketFolder, "*.comment.md").Single()).Replace(place, "PLACE", StringComparison.Ordinal);
}
