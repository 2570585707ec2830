using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;
using Xunit;

namespace Planner.Codebase.Tests.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly SnapshotBench bench = new();

    [Fact]
    public async Task SnapshotOfACodeBase_SaysWhatTheFolderSays()
    {
        Assert.SkipUnless(ScratchGit.IsThere, "git is not installed.");
        Shop();

        await bench.Pack();

        Assert.Equal(Told(await bench.Tree.Read()), Told(await bench.Read()));
    }

    [Fact]
    public async Task CommitAndHistory_ComeWithIt()
    {
        Assert.SkipUnless(ScratchGit.IsThere, "git is not installed.");
        var commit = Shop();

        var report = await bench.Pack();
        var index = await bench.Read();

        Assert.Equal((commit, 2), (report.Commit, report.Commits));
        Assert.Equal(commit, index.Commit);
        Assert.Equal(["Second", "First"], index.History.Commits.Select(c => c.Subject));
        Assert.Equal("Ada Lovelace", index.History.Commits[0].Author);
    }

    [Fact]
    public async Task FolderBelowARepository_KeepsItsOwnPathsAndTheRulesAbove()
    {
        Assert.SkipUnless(ScratchGit.IsThere, "git is not installed.");
        bench.Tree.With(".gitignore", "*.log\n").With("shop/src/Shop.cs", "class Shop { }").With("shop/a.log", "x").With("other/B.cs", "class B { }");
        ScratchGit.Commit(bench.Tree.Root, "First");

        await bench.Pack("shop");
        var index = await bench.Read();

        Assert.Equal(["src/Shop.cs"], index.Documents.Select(d => d.Path));
        Assert.Equal(["src/Shop.cs"], Assert.Single(index.History.Commits).Files);
    }

    [Fact]
    public async Task SameCodeBase_GivesTheSameBytes()
    {
        Shop(withGit: false);
        var first = await bench.Pack();
        bench.Tree.With("src/Shop.cs", File.ReadAllBytes(bench.Tree.At("src/Shop.cs")));

        var second = await bench.Pack();

        Assert.Equal(first.Sha256, second.Sha256);
    }

    [Fact]
    public async Task WhatGroundingDoesNotRead_StaysOut()
    {
        bench.Tree.With(".gitignore", "ignored/\n").With("ignored/a.cs", "class A { }")
            .With(".git/HEAD", "ref: refs/heads/main\n").With(".work/.planner/x", "x")
            .With("bin/b.cs", "class B { }").With("src/C.cs", "class C { }").With("logo.png", [0x89, 0x50, 0, 1]).With("big.txt", new byte[2 * 1024 * 1024]);

        var report = await bench.Pack();

        Assert.Equal(["code/.gitignore", "code/src/C.cs", "history.tsv", "snapshot.json"], bench.Entries());
        Assert.Equal((1, 1), (report.LeftOut.Large, report.LeftOut.Binary));
        Assert.Equal(Told(await bench.Tree.Read(), hashes: false), Told(await bench.Read(), hashes: false));
    }

    [Theory]
    [InlineData(".env")]
    [InlineData("deploy/.env.production")]
    [InlineData("certs/server.key")]
    [InlineData("id_rsa")]
    [InlineData("app/.npmrc")]
    public async Task FileOfSecrets_IsKnownByPathOnly(string path)
    {
        bench.Tree.With(path, "DB_HOST=hidden-value").With("src/A.cs", "class A { }");

        var report = await bench.Pack();

        Assert.Equal(1, report.LeftOut.Secret);
        Assert.DoesNotContain("hidden-value", Unpacked(), StringComparison.Ordinal);
        Assert.Contains(path, (await bench.Read()).Documents.Select(d => d.Path));
        Assert.Contains(report.Limitations, l => l.Contains(path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SecretInAText_IsTakenOut()
    {
        bench.Tree.With("appsettings.json", "{ \"ConnectionString\": \"Host=db;Password=Tr0ub4dor&3\" }")
            .With("README.md", "Ask ada@shop.io or `.env.example`.").With(".env.example", "DB_HOST=");

        await bench.Pack();

        Assert.DoesNotContain("Tr0ub4dor", Unpacked(), StringComparison.Ordinal);
        Assert.DoesNotContain("ada@shop.io", Unpacked(), StringComparison.Ordinal);
        Assert.Contains("code/.env.example", bench.Entries());
    }

    [Fact]
    public async Task PathsOfTheMachine_AreNotInIt()
    {
        Shop(withGit: false);

        await bench.Pack();

        Assert.DoesNotContain(bench.Tree.Root, Unpacked(), StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.UserName + "/", Unpacked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SnapshotInsideTheCodeBase_IsNotPacked()
    {
        Shop(withGit: false);
        var first = await bench.Pack(to: bench.Tree.At("shop.tar.gz"));

        var second = await bench.Pack(to: bench.Tree.At("shop.tar.gz"));

        Assert.Equal(first.Sha256, second.Sha256);
    }

    [Fact]
    public async Task NamesThatNotEverySystemHolds_AreLeftOutAndSaidSo()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not take such names.");
        bench.Tree.With("src/A.cs", "class A { }").With("src/a.cs", "class B { }").With("src/b:c.cs", "class C { }");

        var report = await bench.Pack();
        var index = await bench.Read();

        Assert.Equal(["src/A.cs"], index.Documents.Select(d => d.Path));
        Assert.Contains("Files whose names not every system can hold were left out of the snapshot: src/a.cs, src/b:c.cs.", report.Limitations);
        Assert.Equal(report.Limitations, index.Limitations);
    }

    [Fact]
    public async Task LongPath_ComesBack()
    {
        var path = $"{string.Join('/', Enumerable.Repeat("a-folder-with-a-name", 12))}/\u00dcmlaut.cs";
        bench.Tree.With(path, "class A { }");

        await bench.Pack();

        Assert.Equal([path], (await bench.Read()).Documents.Select(d => d.Path));
    }

    [Fact]
    public async Task Snapshot_IsATarFileForOthersToo()
    {
        bench.Tree.With("src/A.cs", "class A { }").With($"{string.Join('/', Enumerable.Repeat("a-folder-with-a-name", 12))}/B.cs", "class B { }");
        await bench.Pack();

        using var tar = new TarReader(new GZipStream(File.OpenRead(bench.Archive), CompressionMode.Decompress));
        List<System.Formats.Tar.TarEntry> entries = [];
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add(entry);
        }

        Assert.Equal(bench.Entries(), entries.Select(e => e.Name));
        Assert.All(entries, e => Assert.Equal((TarEntryType.RegularFile, 0, 0, DateTimeOffset.UnixEpoch), (e.EntryType, e.Uid, e.Gid, e.ModificationTime)));
        Assert.Equal("class A { }", new StreamReader(entries.Single(e => e.Name == "code/src/A.cs").DataStream!).ReadToEnd());
    }

    [Fact]
    public async Task SpecialistsOfTheTeam_AreALimitation()
    {
        bench.Tree.With("src/A.cs", "class A { }").With(".planner/specialists/legal.md", "# Legal");

        await bench.Pack();

        Assert.Contains((await bench.Read()).Limitations, l => l.StartsWith("The specialists that the code base brings", StringComparison.Ordinal));
    }

    public void Dispose() => bench.Dispose();

    private string Shop(bool withGit = true)
    {
        bench.Tree.With("src/Shop.cs", "class Shop { }").With("CODEOWNERS", "* @shop\n");
        if (withGit)
        {
            ScratchGit.Commit(bench.Tree.Root, "First");
        }

        bench.Tree.With("src/Shop.cs", "class Shop { int a; }").With("src/Other File.cs", "class Other { Shop s; }")
            .With("db/001.sql", "create table orders (id int primary key);");
        return withGit ? ScratchGit.Commit(bench.Tree.Root, "Second") : "";
    }

    private static string Told(CodebaseIndex index, bool hashes = true) => JsonSerializer.Serialize(
        index with { Documents = [.. index.Documents.Select(d => hashes ? d : d with { Sha256 = "" })] });

    private string Unpacked()
    {
        using var packed = new GZipStream(File.OpenRead(bench.Archive), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        return reader.ReadToEnd();
    }
}
