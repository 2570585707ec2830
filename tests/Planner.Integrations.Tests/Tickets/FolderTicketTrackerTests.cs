using Planner.Core.Tickets;
using Planner.Integrations.Tickets;
using Xunit;

namespace Planner.Integrations.Tests.Tickets;

public sealed class FolderTicketTrackerTests : IDisposable
{
    private const string Issue = """{"key": "SHOP-1", "fields": {"summary": "from json"}}""";
    private readonly string folder = Directory.CreateTempSubdirectory("planner-folder-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Save(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private FolderTicketTracker Tracker(string? file = null, string? fallback = null) => new(new(folder, file, fallback));

    [Fact]
    public async Task Ticket_IsFoundByItsKey()
    {
        Save("broken.json", "{");
        Save("other.md", "# SHOP-2 Other\n");
        Save("any-name.json", Issue);

        Assert.Equal("from json", (await Tracker().Read("SHOP-1", default)).Summary);
    }

    [Fact]
    public async Task FileNamedByTheKey_WinsOverOthers()
    {
        Save("a.json", Issue);
        Save("SHOP-1.md", "# SHOP-1 from markdown\n");

        Assert.Equal("from markdown", (await Tracker().Read("SHOP-1", default)).Summary);
    }

    [Fact]
    public async Task GivenFile_WinsOverAll()
    {
        Save("SHOP-1.json", Issue);
        var given = Save("elsewhere/x.md", "# SHOP-1 given\n");

        Assert.Equal("given", (await Tracker(given).Read("SHOP-1", default)).Summary);
    }

    [Fact]
    public async Task UnknownTicket_IsNotFound()
    {
        Save("SHOP-1.json", Issue);
        Save("SHOP-3.comment.md", "# SHOP-3 a comment is no ticket\n");

        await Assert.ThrowsAsync<TicketNotFoundException>(() => Tracker().Read("SHOP-3", default));
        await Assert.ThrowsAsync<TicketNotFoundException>(() => new FolderTicketTracker(new(Path.Combine(folder, "absent"))).Read("SHOP-1", default));
        await Assert.ThrowsAsync<TicketUnreadableException>(() => Tracker().Read("../SHOP-1", default));
    }

    [Fact]
    public async Task UnreadableFileOfTheTicket_IsSaid()
    {
        Save("SHOP-1.json", "{");

        await Assert.ThrowsAsync<TicketUnreadableException>(() => Tracker().Read("SHOP-1", default));
    }

    [Fact]
    public async Task Comment_IsWrittenBesideTheTicketAndReplaced()
    {
        var given = Save("elsewhere/x.json", Issue);

        var where = await Tracker(given).Comment("SHOP-1", "SHOP-1-cli-1", "first\n", default);
        await Tracker(given).Comment("SHOP-1", "SHOP-1-cli-1", "second\n", default);

        Assert.Equal(Path.Combine(folder, "elsewhere", "SHOP-1.comment.md"), where);
        Assert.Equal("second\n", await File.ReadAllTextAsync(where));
        Assert.Equal(2, Directory.GetFiles(Path.GetDirectoryName(where)!).Length);
    }

    [Fact]
    public async Task SameComment_DoesNotTouchTheFile()
    {
        Save("SHOP-1.json", Issue);
        var where = await Tracker().Comment("SHOP-1", "run", "same\n", default);
        File.SetLastWriteTimeUtc(where, DateTime.UnixEpoch);

        await Tracker().Comment("SHOP-1", "run", "same\n", default);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(where));
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_LeadsToTheFallback()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc here, where nobody can write.");
        var fallback = Path.Combine(folder, "fallback");

        var where = await new FolderTicketTracker(new("/proc/self", null, fallback)).Comment("SHOP-1", "run", "text\n", default);

        Assert.StartsWith(Path.Combine(fallback, "SHOP-1.comment.md") + " (because '/proc/self' cannot", where, StringComparison.Ordinal);
        Assert.Equal("text\n", await File.ReadAllTextAsync(Path.Combine(fallback, "SHOP-1.comment.md")));
    }

    [Fact]
    public async Task NoPlaceForTheComment_IsSaid()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "There is no /proc here, where nobody can write.");

        await Assert.ThrowsAsync<TicketCommentException>(() => new FolderTicketTracker(new("/proc/self")).Comment("SHOP-1", "run", "text\n", default));
    }

    [Fact]
    public async Task Children_AreTicketsThatNameTheirParent()
    {
        Save("SHOP-1.json", """{"key": "SHOP-1", "fields": {"summary": "Epic", "parent": {"key": "SHOP-1"}}}""");
        Save(
            "a.json",
            """{"key": "SHOP-12", "fields": {"summary": "By parent", "parent": {"key": "SHOP-1"}, "status": {"name": "Fertig!","""
                + """ "statusCategory": {"key": "done"}}}}""");
        Save(
            "b.json",
            """{"key": "SHOP-9", "names": {"customfield_10014": "Epic Link"}, "fields": {"summary": "By epic link", "customfield_10014": "SHOP-1"}}""");
        Save("c.md", "---\nkey: SHOP-10\nparent: SHOP-1\nstatus: Open\n---\n# By front matter\n");
        Save("d.md", "---\nkey: SHOP-11\nparent: ../SHOP-1\n---\n# No key\n");
        Save("e.json", "{");

        var found = await Tracker().Children("SHOP-1", default);

        Assert.True(found.IsComplete);
        Assert.Equal([("SHOP-9", false), ("SHOP-10", false), ("SHOP-12", true)], found.Items.Select(c => (c.Key, c.IsDone)));
        Assert.Empty((await Tracker().Children("SHOP-9", default)).Items);
        await Assert.ThrowsAsync<TicketUnreadableException>(() => Tracker().Children("../SHOP-1", default));
    }

    [Fact]
    public async Task FileThatChanges_IsLookedAtAgain()
    {
        var path = Save("a.md", "---\nkey: SHOP-2\nparent: SHOP-1\n---\n# Two\n");
        var tracker = Tracker();
        await tracker.Children("SHOP-1", default);
        File.WriteAllText(path, "---\nkey: SHOP-23\nparent: SHOP-1\n---\n# Twenty-three\n");

        Assert.Equal(["SHOP-23"], (await tracker.Children("SHOP-1", default)).Items.Select(c => c.Key));
        Assert.Equal("Twenty-three", (await tracker.Read("SHOP-23", default)).Summary);
    }

    [Theory]
    [InlineData("**Planner is at work.** Run `cli-1`.\n", true)]
    [InlineData("To answer: `planner decide cli-1 TD001 A --because \"…\"`\n", true)]
    [InlineData("**Planner is at work.** Run `cli-12`.\n", false)]
    [InlineData(null, false)]
    public async Task AmendedComment_IsThatOfItsRun(string? standing, bool isOfTheRun)
    {
        Save("SHOP-1.json", Issue);
        if (standing is not null)
        {
            await Tracker().Comment("SHOP-1", "any", standing, default);
        }

        await Tracker().Amend("SHOP-1", "cli-1", "stopped", default);

        var path = Path.Combine(folder, "SHOP-1.comment.md");
        Assert.Equal(isOfTheRun ? "stopped" : standing, File.Exists(path) ? File.ReadAllText(path) : null);
    }
}
