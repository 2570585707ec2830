using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Snapshots;

/// <summary>Archives that somebody made to do harm. None is read, and nothing of them is left.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private readonly SnapshotBench bench = new();

    public static TheoryData<string> Paths =>
    [
        "../evil.cs", "code/../../evil.cs", "code/..", "/etc/evil", "code//evil.cs", "code/./evil.cs", "C:/evil.cs", "code/C:evil.cs", "code\\..\\evil.cs",
        "code/evil\0.cs", "code/\nevil.cs", "code/.git/config", "code/.GIT/hooks/post-checkout", "code/nul", "code/COM1.cs", "code/evil.",
        "code/evil ", "code", "evil.cs", "snapshot.json/x", "",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task PathTrick_IsRefused(string path)
    {
        bench.Forge(w =>
        {
            w.Add(path, "x"u8);
            w.Add(SnapshotNames.Facts, SnapshotBench.Facts(1, 1));
        });

        await Refused();
    }

    [Theory]
    [InlineData("code/a.cs", "code/a.cs")]
    [InlineData("code/a.cs", "code/A.cs")]
    [InlineData("code/a", "code/a/b.cs")]
    [InlineData("code/a/b.cs", "code/A")]
    public async Task SamePlaceTwice_IsRefused(string first, string second)
    {
        bench.Forge(w =>
        {
            w.Add(first, "x"u8);
            w.Add(second, "y"u8);
            w.Add(SnapshotNames.Facts, SnapshotBench.Facts(2, 2));
        });

        Assert.Contains("twice", await Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, "a symbolic link")]
    [InlineData(TarEntryType.HardLink, "a hard link")]
    [InlineData(TarEntryType.CharacterDevice, "a device")]
    [InlineData(TarEntryType.BlockDevice, "a device")]
    [InlineData(TarEntryType.Fifo, "a pipe")]
    public async Task EntryThatIsNoFile_IsRefused(TarEntryType kind, string told)
    {
        Library(tar =>
        {
            var entry = new GnuTarEntry(kind, "code/link");
            if (kind is TarEntryType.SymbolicLink or TarEntryType.HardLink)
            {
                entry.LinkName = "/etc/passwd";
            }

            tar.WriteEntry(entry);
        });

        Assert.Contains(told, await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExtendedHeader_IsRefused()
    {
        var hidden = new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = "../evil" };
        Library(tar => tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "code/a.cs", hidden)));

        Assert.Contains("an extended header", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BombOfZeros_IsRefused()
    {
        bench.Forge(w =>
        {
            for (var i = 0; i < 50; i++)
            {
                w.Add($"code/{i}.txt", new byte[1024 * 1024]);
            }
        });

        Assert.Contains("100 times its size", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreBytesThanAllowed_AreRefused()
    {
        var noise = new byte[1024 * 1024];
        new Random(1).NextBytes(noise);
        bench.Forge(w => Enumerable.Range(0, 3).ToList().ForEach(i => w.Add($"code/{i}.txt", noise)));

        Assert.Contains("more than 1 MiB", await Refused(SnapshotBench.Limits with { Bytes = 1024 * 1024, Files = 10 }), StringComparison.Ordinal);
        Assert.Contains("larger than 2 MiB", await Refused(SnapshotBench.Limits with { ArchiveBytes = 2 * 1024 * 1024 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyEntries_AreRefused()
    {
        bench.Forge(w => Enumerable.Range(0, 1001).ToList().ForEach(i => w.Add($"code/{i}.txt", "x"u8)));

        Assert.Contains("more than 1000 entries", await Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimOfAHugeEntry_AllocatesNothingAndIsRefused()
    {
        var before = GC.GetTotalAllocatedBytes();
        Raw(new TarHeader(Encoding.UTF8.GetBytes("code/a.cs"), TarHeader.File, long.MaxValue).Block());
        Raw(new TarHeader("././@LongLink"u8.ToArray(), TarHeader.LongName, 1L << 40).Block());

        await Refused();

        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 * 1024 * 1024);
    }

    [Fact]
    public async Task ArchiveThatWasCutOff_IsRefused()
    {
        bench.Tree.With("src/A.cs", string.Concat(Enumerable.Range(0, 5000).Select(i => $"class A{i * 7919} {{ }}\n")));
        await bench.Pack();
        var whole = File.ReadAllBytes(bench.Archive);
        foreach (var length in new[] { 1, 100, whole.Length / 2, whole.Length - 20 })
        {
            File.WriteAllBytes(bench.Archive, whole[..length]);

            await Refused();
        }
    }

    [Fact]
    public async Task ArchiveWithAChangedByte_IsRefused()
    {
        bench.Tree.With("src/A.cs", "class A { }");
        await bench.Pack();
        var whole = File.ReadAllBytes(bench.Archive);
        whole[whole.Length - 6] ^= 1;
        File.WriteAllBytes(bench.Archive, whole);

        await Refused();
    }

    [Fact]
    public async Task OtherArchives_AreRefused()
    {
        Library(tar => tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, "src/A.cs") { DataStream = new MemoryStream("class A { }"u8.ToArray()) }));
        await Refused();
        bench.Forge(w => w.Add("code/A.cs", "class A { }"u8));
        await Refused();
        File.WriteAllBytes(bench.Archive, "PK\u0003\u0004 not a tar"u8.ToArray());
        await Refused();
    }

    [Fact]
    public async Task HistoryOfAnotherForm_IsLeftOut()
    {
        var odd = $"{new string('a', 40)}\t2026-01-02\tada@shop.io\tPassword=Tr0ub4dor&3 set\tA.cs\t../x\n--output=x\t2026-01-02\ta\tb\tA.cs\nnonsense\n";
        bench.Forge(w =>
        {
            w.Add("code/A.cs", "class A { }"u8);
            w.Add(SnapshotNames.History, Encoding.UTF8.GetBytes(odd));
            w.Add(SnapshotNames.Facts, SnapshotBench.Facts(1, 11));
        });

        var commit = Assert.Single((await bench.Read()).History.Commits);

        Assert.Equal("", commit.Author);
        Assert.DoesNotContain("Tr0ub4dor", commit.Subject, StringComparison.Ordinal);
        Assert.Equal(["A.cs"], commit.Files);
    }

    public void Dispose() => bench.Dispose();

    private async Task<string> Refused(SnapshotLimits? limits = null)
    {
        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => bench.Read(limits: limits));

        Assert.Empty(bench.Copies());
        Assert.DoesNotContain('\n', fault.Message);
        Assert.DoesNotContain('\0', fault.Message);
        return fault.Message;
    }

    private void Library(Action<TarWriter> write)
    {
        using var file = File.Create(bench.Archive);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        using var tar = new TarWriter(packed);
        write(tar);
    }

    private void Raw(byte[] blocks)
    {
        using var file = File.Create(bench.Archive);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        packed.Write(blocks);
    }
}
