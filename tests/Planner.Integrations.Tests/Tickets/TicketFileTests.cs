using System.Text;
using Planner.Core.Tickets;
using Planner.Integrations.Tickets;
using Xunit;

namespace Planner.Integrations.Tests.Tickets;

public sealed class TicketFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("planner-ticket-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Save(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Fault(string path)
    {
        var message = Assert.Throws<TicketUnreadableException>(() => TicketFile.Read(path)).Message;
        Assert.DoesNotContain(message, char.IsControl);
        Assert.StartsWith("Ticket file '", message, StringComparison.Ordinal);
        return message;
    }

    [Fact]
    public void Json_IsRead() => Assert.Equal("S", TicketFile.Read(Save("a.json", """{"key": "SHOP-1", "fields": {"summary": "S"}}""")).Summary);

    [Fact]
    public void JsonUnderAnotherName_IsRead() => Assert.Equal("SHOP-1", TicketFile.Read(Save("a.txt", "\n {\"key\": \"SHOP-1\"}")).Key);

    [Fact]
    public void FrontMatter_GivesTheFields()
    {
        var ticket =
            TicketFile.Read(Save(
                "a.md",
                "---\nkey: SHOP-1\ntype: Bug\nlabels: [b, \"a\"]\ncomponents:\n  - orders\n  - api\nreporter: Ann\nparent: SHOP-9\n---\n# Totals are "
                    + "wrong\n\nOff by one cent.\n"));

        Assert.Equal(("SHOP-1", "Bug", "Ann", "SHOP-9"), (ticket.Key, ticket.Type, ticket.Reporter, ticket.Parent?.Key));
        Assert.Equal(["a", "b"], ticket.Labels);
        Assert.Equal(["orders", "api"], ticket.Components);
        Assert.Equal(("Totals are wrong", "Off by one cent."), (ticket.Summary, ticket.Description));
    }

    [Fact]
    public void FrontMatter_ListsChildrenAndOrder()
    {
        var ticket =
            TicketFile.Read(Save(
                "a.md",
                "---\nkey: SHOP-1\nstatus: done\nchildren: [SHOP-2, ../x, SHOP-3, SHOP-2]\nblocked-by: [SHOP-8]\nblocks:\n  - SHOP-9\nlinks: "
                    + "[SHOP-7]\n---\n# Epic\n"));

        Assert.True(ticket.IsDone);
        Assert.Equal(["SHOP-2", "SHOP-3"], ticket.Children.Select(c => c.Key));
        Assert.Equal([("SHOP-8", "is blocked by"), ("SHOP-9", "blocks"), ("SHOP-7", "relates to")], ticket.Links.Select(l => (l.Key, l.Relation)));
    }

    [Theory]
    [InlineData("# SHOP-1: Totals are wrong")]
    [InlineData("# [SHOP-1] Totals are wrong")]
    [InlineData("## SHOP-1 — Totals are wrong ##")]
    [InlineData("\n\n# Totals are wrong (SHOP-1)")]
    public void KeyInTheFirstHeading_IsTaken(string heading)
    {
        var ticket = TicketFile.Read(Save("a.md", heading + "\n\nBody.\n"));

        Assert.Equal(("SHOP-1", "Totals are wrong", "Body."), (ticket.Key, ticket.Summary, ticket.Description));
    }

    [Fact]
    public void Utf16AndMarks_AreRead()
    {
        var path = Path.Combine(folder, "a.md");
        File.WriteAllText(path, "# SHOP-1 Größe\r\n\r\nText\r\n", Encoding.Unicode);

        Assert.Equal(("Größe", "Text"), (TicketFile.Read(path).Summary, TicketFile.Read(path).Description));
    }

    [Fact]
    public void TerminalEscapes_AreRemoved()
    {
        var ticket = TicketFile.Read(Save("a.md", "# SHOP-1 \u001b[2JClear\u0007 \u202Etxt\n\n\u001b]0;owned\u0007Body\u009b1m\n"));

        Assert.Equal("[2JClear txt", ticket.Summary);
        Assert.Equal("]0;ownedBody1m", ticket.Description);
    }

    [Fact]
    public void MissingFile_IsExplained() => Assert.Contains("not there", Fault(Path.Combine(folder, "no\u001b[31m.json")), StringComparison.Ordinal);

    [Fact]
    public void Folder_IsExplained() => Assert.Contains("folder", Fault(folder), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n")]
    public void EmptyFile_IsExplained(string text) => Assert.Contains("empty", Fault(Save("a.json", text)), StringComparison.Ordinal);

    [Fact]
    public void Device_IsNotOpened()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero here.");
        Assert.Contains("empty", Fault("/dev/zero"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x00, 0x01 })]
    [InlineData(new byte[] { 0x23, 0x20, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x23, 0x00, 0x41 })]
    public void BinaryFile_IsExplained(byte[] bytes)
    {
        var path = Path.Combine(folder, "a.md");
        File.WriteAllBytes(path, bytes);

        Assert.Contains("no text", Fault(path), StringComparison.Ordinal);
    }

    [Fact]
    public void FileOf200Megabytes_IsNotRead()
    {
        var path = Path.Combine(folder, "a.json");
        using (var file = File.Create(path))
        {
            file.SetLength(200L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        var message = Fault(path);

        Assert.Contains("200 MB", message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void FileWithoutPermission_IsExplained()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
        {
            Assert.Skip("Permissions do not bind this user.");
            return;
        }

        var path = Save("a.json", "{}");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Contains("cannot be read", Fault(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", "{\n \"key\": ", "line 2")]
    [InlineData("a.json", "not json", "line 1")]
    [InlineData("a.json", "{\"fields\": {}}", "no `key`")]
    [InlineData("a.json", "{\"key\": \"../../x\"}", "'../../x'")]
    [InlineData("a.md", "---\nkey: ../../x\n---\n# T\n", "'../../x'")]
    [InlineData("a.md", "Just text that mentions SHOP-1.\n", "front matter")]
    [InlineData("a.md", "# ../../x\n", "front matter")]
    [InlineData("a.md", "---\nkey:\n---\n", "front matter")]
    public void FileWithoutGoodKey_IsExplained(string name, string text, string said) =>
        Assert.Contains(said, Fault(Save(name, text)), StringComparison.Ordinal);

    [Fact]
    public void EndlessDescription_IsCut()
    {
        var ticket = TicketFile.Read(Save("a.md", "# SHOP-1 T\n\n" + new string('x', 1_000_000)));

        Assert.InRange(ticket.Description.Length, TicketText.MaxDescription - 100, TicketText.MaxDescription + 100);
        Assert.Contains("was cut", ticket.Description, StringComparison.Ordinal);
    }
}
