using Planner.Codebase.Specialists;
using Planner.Core.Specialists;
using Xunit;

namespace Planner.Codebase.Tests.Specialists;

public sealed class TeamSpecialistFolderTests : IDisposable
{
    private const string Legal = "---\nname: legal\ntitle: Legal specialist\n---\nKnows the law.\n";
    private readonly string root = Directory.CreateTempSubdirectory("planner-team-").FullName;

    private string Folder => Path.Combine(root, ".planner", "specialists");

    [Fact]
    public void Code_base_without_the_folder_has_the_built_in_panel() =>
        Assert.Equal(SpecialistPanel.BuiltIn().Order.Select(o => o.Name), TeamSpecialistFolder.Panel(root).Order.Select(o => o.Name));

    [Fact]
    public void Files_are_read_in_order_with_their_paths()
    {
        Write("b.md", Legal.Replace("legal", "brand", StringComparison.Ordinal));
        Write("a.md", Legal);
        Write("notes.txt", "not a specialist");

        Assert.Equal([".planner/specialists/a.md", ".planner/specialists/b.md"], TeamSpecialistFolder.Read(root).Select(f => f.Path));
        Assert.Equal(2, TeamSpecialistFolder.Panel(root).Overrides.Count);
    }

    [Fact]
    public void File_that_is_too_large_is_refused()
    {
        Write("a.md", Legal + new string('x', TeamSpecialistFolder.MostBytes));

        Assert.Contains("keep to 32768", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        foreach (var at in Enumerable.Range(0, TeamSpecialistFolder.MostFiles + 1))
        {
            Write($"s{at}.md", Legal);
        }

        Assert.Contains("keep at most 20", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Link_is_not_followed()
    {
        Write("a.txt", Legal);
        File.CreateSymbolicLink(Path.Combine(Folder, "a.md"), Path.Combine(Folder, "a.txt"));

        Assert.Contains("it is a link", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_is_not_utf8_is_refused()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "a.md"), [0xC3, 0x28]);

        Assert.Contains("save it as UTF-8", Refused(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Refused() => Assert.Throws<SpecialistFileException>(() => TeamSpecialistFolder.Read(root)).Message;

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), text);
    }
}
