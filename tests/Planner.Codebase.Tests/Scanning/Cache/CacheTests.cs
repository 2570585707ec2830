using System.Text.Json;
using Planner.Codebase.Scanning;
using Planner.Codebase.Scanning.Cache;
using Planner.Testing.Repository;
using Xunit;

namespace Planner.Codebase.Tests.Scanning.Cache;

public sealed class CacheTests : IDisposable
{
    private readonly Tree tree = new();
    private readonly string folder = Directory.CreateTempSubdirectory("planner-cache-").FullName;

    public CacheTests()
    {
        var shop = Path.Combine(RepositoryRoot.Path, "samples", "shop");
        foreach (var file in Directory.EnumerateFiles(shop, "*", SearchOption.AllDirectories))
        {
            tree.With(Path.GetRelativePath(shop, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }

        tree.With("bad/Broken.cs", "class Broken { void M( }");
        tree.With("bad/Bad.csproj", "<Project");
        tree.With("odd/Odd.cs", "class Odd { const string Half = \"\\ud800\"; [Route(Half)] class OddController { [HttpGet] void Get() { } } }");
        tree.With(
            "src/Migrations/1_first.cs",
            "[Migration(1)] class First : Migration { void Up() { Create.Table(\"Books\").WithColumn(\"Id\").AsInt32().PrimaryKey(); } }");
        tree.With("api/openapi.json", "{ \"openapi\": \"3.0.0\", \"paths\": {} }");
    }

    private string[] Files => Directory.GetFiles(folder);

    public void Dispose()
    {
        tree.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Unchanged_code_base_gives_the_same_index_without_another_write()
    {
        var (without, first) = (await Read(null), await Read(folder));
        var written = File.GetLastWriteTimeUtc(Assert.Single(Files));
        var second = await Read(folder);

        Assert.Equal(without, first);
        Assert.Equal(without, second);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Assert.Single(Files)));
    }

    /// <summary>Whatever is added to a scan has to be kept as well, or an unchanged file would say less than a new one.</summary>
    [Fact]
    public void All_that_a_scan_holds_is_kept() => Assert.Equal(
        typeof(FileScan)
            .GetProperties()
            .Select(p => p.Name)
            .Except([nameof(FileScan.Document), nameof(FileScan.Sql), "EqualityContract"])
            .Order(StringComparer.Ordinal),
        typeof(ScanBody).GetProperties().Select(p => p.Name).Except(["EqualityContract"]).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Edited_moved_and_deleted_files_give_what_a_first_reading_gives()
    {
        await Read(folder);
        tree.With("bad/Broken.cs", "class Mended { public string Name => \"\"; }");
        tree.With("moved/Broken.cs", "class Broken { void M( }");
        File.Delete(tree.At("bad/Bad.csproj"));

        Assert.Equal(await Read(null), await Read(folder));
        Assert.Equal(await Read(null), await Read(folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(500)]
    public async Task Cut_cache_is_made_anew(int length)
    {
        await Read(folder);
        var whole = new FileInfo(Assert.Single(Files)).Length;
        await using (var stream = File.OpenWrite(Files[0]))
        {
            stream.SetLength(length);
        }

        Assert.Equal(await Read(null), await Read(folder));
        Assert.Equal(whole, new FileInfo(Assert.Single(Files)).Length);
    }

    [Fact]
    public async Task Cache_with_a_wrong_byte_is_not_believed()
    {
        await Read(folder);
        var bytes = await File.ReadAllBytesAsync(Assert.Single(Files), TestContext.Current.CancellationToken);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(Files[0], bytes, TestContext.Current.CancellationToken);

        Assert.Equal(await Read(null), await Read(folder));
    }

    [Fact]
    public async Task Folder_that_cannot_be_written_only_costs_time()
    {
        var file = Path.Combine(folder, "a file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        Assert.Equal(await Read(null), await Read(Path.Combine(file, "below")));
    }

    [Fact]
    public async Task Two_readings_at_once_leave_one_whole_cache()
    {
        var both = await Task.WhenAll(Read(folder), Read(folder), Read(folder));

        Assert.All(both, b => Assert.Equal(both[0], b));
        Assert.Single(Files);
        Assert.Equal(both[0], await Read(folder));
    }

    [Fact]
    public async Task Other_bounds_do_not_meet_what_these_kept()
    {
        await Read(folder);
        var few = new CodebaseOptions { CacheFolder = folder, MostTerms = 100 };

        Assert.Equal(JsonSerializer.Serialize(await tree.Read(few with { CacheFolder = null })), JsonSerializer.Serialize(await tree.Read(few)));
    }

    [Fact]
    public async Task Others_on_the_machine_cannot_read_it()
    {
        await Read(folder);

        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permissions.");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Files)));
        }
    }

    private async Task<string> Read(string? cache) => JsonSerializer.Serialize(await tree.Read(new CodebaseOptions { CacheFolder = cache }));
}
