using Planner.Core.Artifacts;
using Planner.Integrations.Artifacts;
using Xunit;

namespace Planner.Integrations.Tests.Artifacts;

public sealed class FileArtifactStoreTests : IDisposable
{
    private const string Ticket = "SHOP-101";
    private const string Run = "SHOP-101-cli-1";
    private readonly string root = Directory.CreateTempSubdirectory("planner-files-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public async Task FirstWrite_KeepsTheFolderOutOfGit()
    {
        await new FileArtifactStore(root).PutContent(Ticket, Run, "x", default);

        Assert.Equal("*\n", await File.ReadAllTextAsync(Path.Combine(root, ".gitignore")));
    }

    [Fact]
    public async Task ExistingGitignore_Stays()
    {
        await File.WriteAllTextAsync(Path.Combine(root, ".gitignore"), "mine\n");

        await new FileArtifactStore(root).PutContent(Ticket, Run, "x", default);

        Assert.Equal("mine\n", await File.ReadAllTextAsync(Path.Combine(root, ".gitignore")));
    }

    [Fact]
    public async Task Reading_WritesNothing()
    {
        var absent = Path.Combine(root, "absent");
        var store = new FileArtifactStore(absent);

        Assert.Null(await store.Latest(Ticket, default));
        Assert.Null(await store.ReadShared("decisions/index.json", default));
        Assert.False(Directory.Exists(absent));
    }

    [Fact]
    public async Task PublishedVersion_HasThePathsOfTheDesign()
    {
        var store = new FileArtifactStore(root);
        await Publish(store);

        var latest = await File.ReadAllTextAsync(Path.Combine(root, "JIRA-SHOP-101", "latest.json"));
        Assert.Equal("{\n  \"version\": 1,\n  \"manifest\": \"v1/manifest.json\"\n}\n", latest);
        Assert.True(File.Exists(Path.Combine(root, "JIRA-SHOP-101", "v1", "tasks.md")));
        Assert.Equal(Path.Combine(root, "JIRA-SHOP-101", "v1"), store.Locate(Ticket, 1));
    }

    [Fact]
    public async Task PublishedFile_HasNoByteOrderMark()
    {
        await Publish(new FileArtifactStore(root));

        Assert.Equal("t\n"u8.ToArray(), await File.ReadAllBytesAsync(Path.Combine(root, "JIRA-SHOP-101", "v1", "tasks.md")));
    }

    [Fact]
    public async Task ContentChangedOnDisk_IsMissing()
    {
        var store = new FileArtifactStore(root);
        var hash = await store.PutContent(Ticket, Run, "true", default);
        await File.WriteAllTextAsync(Path.Combine(root, "JIRA-SHOP-101", ".runs", Run, hash), "false");

        await Assert.ThrowsAsync<ArtifactMissingException>(() => store.GetContent(Ticket, Run, hash, default));
        Assert.Equal(hash, await store.PutContent(Ticket, Run, "true", default));
        Assert.Equal("true", await store.GetContent(Ticket, Run, hash, default));
    }

    [Fact]
    public async Task LinkedTicketFolder_IsNotFollowed()
    {
        var outside = Directory.CreateTempSubdirectory("planner-outside-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(root, "JIRA-SHOP-101"), outside);

        var fault = await Assert.ThrowsAsync<ArtifactPathException>(() => new FileArtifactStore(root).PutContent(Ticket, Run, "x", default));

        Assert.Contains("link", fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
        Directory.Delete(outside);
    }

    [Fact]
    public async Task LinkedFileOfAVersion_IsNotRead()
    {
        var store = new FileArtifactStore(root);
        await Publish(store);
        File.CreateSymbolicLink(Path.Combine(root, "JIRA-SHOP-101", "v1", "stolen.md"), "/etc/hostname");

        await Assert.ThrowsAsync<ArtifactPathException>(() => store.Read(Ticket, 1, "stolen.md", default));
        Assert.DoesNotContain("stolen.md", await store.List(Ticket, 1, default));
    }

    [Fact]
    public async Task FileWhereTheRootBelongs_IsExplained()
    {
        var file = Path.Combine(root, "file");
        await File.WriteAllTextAsync(file, "");

        var fault = await Assert.ThrowsAsync<ArtifactStoreUnavailableException>(() => new FileArtifactStore(file).PutContent(Ticket, Run, "x", default));

        AssertOneLineAbout(file, fault);
    }

    [Fact]
    public async Task RootThatCannotBeMade_IsExplained()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc here, where nobody can make folders.");

        var fault =
            await Assert.ThrowsAsync<ArtifactStoreUnavailableException>(() => new FileArtifactStore("/proc/planner").PutContent(Ticket, Run, "x", default));

        AssertOneLineAbout("/proc/planner", fault);
        Assert.False(fault.RetryHelps);
    }

    [Fact]
    public async Task FolderWithoutPermission_IsExplained()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Permissions do not bind this user.");
            return;
        }

        File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var fault = await Assert.ThrowsAsync<ArtifactStoreUnavailableException>(() => new FileArtifactStore(root).PutContent(Ticket, Run, "x", default));

        File.SetUnixFileMode(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AssertOneLineAbout(root, fault);
    }

    private static async Task Publish(FileArtifactStore store)
    {
        await store.ReserveVersion(Ticket, Run, default);
        await store.Write(Ticket, 1, "tasks.md", "t\n", default);
        await store.Write(Ticket, 1, "manifest.json", "{}\n", default);
        await store.Publish(Ticket, 1, default);
    }

    private static void AssertOneLineAbout(string folder, ArtifactStoreUnavailableException fault)
    {
        Assert.Contains(folder, fault.Message, StringComparison.Ordinal);
        Assert.Contains("same command again", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }
}
