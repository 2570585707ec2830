using Planner.Codebase.Origins;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Snapshots;
using Xunit;

namespace Planner.Codebase.Tests.Snapshots;

/// <summary>How copies of snapshots are kept.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly SnapshotBench bench = new();

    [Fact]
    public async Task UnchangedSnapshot_IsUnpackedOnce()
    {
        await Packed("A");
        await bench.Read();
        var place = new Counted(new FileSnapshot(bench.Archive));

        await bench.Read(place);

        Assert.Equal(0, place.Opened);
    }

    [Fact]
    public async Task ChangedSnapshot_IsReadAnewAndOldCopiesGo()
    {
        foreach (var name in new[] { "A", "B", "C", "D" })
        {
            await Packed(name);

            Assert.Equal([$"src/{name}.cs"], (await bench.Read()).Documents.Select(d => d.Path));
        }

        Assert.Equal(2, bench.Copies().Count);
    }

    [Fact]
    public async Task CopyThatIsOpen_IsNotRemoved()
    {
        await Packed("A");
        using var opened = await bench.Source().Open(TestContext.Current.CancellationToken);
        foreach (var name in new[] { "B", "C", "D" })
        {
            await Packed(name);
            await bench.Read();
        }

        Assert.True(File.Exists(Path.Combine(opened.Root, "src", "A.cs")));
    }

    [Fact]
    public async Task RemovalUnderWay_IsWaitedFor()
    {
        await Packed("A");
        await bench.Read();
        Task<CodebaseIndex> reading;
        using (new FileStream(Path.Combine(bench.Cache, "read.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            reading = bench.Read();
            Assert.False(reading.IsCompleted);
        }

        Assert.Equal(["src/A.cs"], (await reading).Documents.Select(d => d.Path));
    }

    [Fact]
    public async Task WhatAKilledProcessLeft_IsNoCopyAndGoes()
    {
        await Packed("A");
        var left = Directory.CreateDirectory(Path.Combine(bench.Cache, "staging-1", "code"));
        File.WriteAllText(Path.Combine(left.FullName, "half.cs"), "class Half { }");

        Assert.Equal(["src/A.cs"], (await bench.Read()).Documents.Select(d => d.Path));
        Assert.DoesNotContain(bench.Copies(), c => c.StartsWith("staging", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DamagedCopy_IsMadeAnew()
    {
        await Packed("A");
        await bench.Read();
        File.WriteAllText(Path.Combine(bench.Cache, bench.Copies()[0], "snapshot.json"), "");

        Assert.Equal(["src/A.cs"], (await bench.Read()).Documents.Select(d => d.Path));
    }

    [Fact]
    public async Task ManyAtOnce_MakeOneCopy()
    {
        await Packed("A");
        var place = new Counted(new FileSnapshot(bench.Archive));

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => bench.Read(place))));

        Assert.All(all, index => Assert.Equal(["src/A.cs"], index.Documents.Select(d => d.Path)));
        Assert.Equal(1, place.Opened);
    }

    [Fact]
    public async Task SnapshotThatBecameBad_LeavesTheOneBeforeWithALimitation()
    {
        await Packed("A");
        await bench.Read();
        File.WriteAllText(bench.Archive, "no archive");

        var index = await bench.Read();

        Assert.Equal(["src/A.cs"], index.Documents.Select(d => d.Path));
        Assert.Contains(
            index.Limitations, l => l.EndsWith("is damaged or not a .tar.gz file. What was fetched before was read instead.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MissingSnapshotWithoutACopy_SaysHowToMakeIt()
    {
        var fault = await Assert.ThrowsAsync<CodebaseUnreadableException>(() => bench.Read());

        Assert.Contains("planner snapshot --to", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlaceOutOfReachWithoutACopy_IsAFaultThatRetries()
    {
        var fault = await Assert.ThrowsAsync<CodebaseUnavailableException>(() => bench.Read(new Unreachable()));

        Assert.True(fault.RetryHelps);
    }

    [Fact]
    public async Task ContentThatIsNotOfItsHash_IsNoCopy()
    {
        await Packed("A");

        var place = new Counted(new FileSnapshot(bench.Archive)) { Claimed = new string('0', 64) };

        await Assert.ThrowsAsync<CodebaseUnavailableException>(() => bench.Read(place));

        Assert.Empty(bench.Copies());
    }

    [Fact]
    public async Task CacheFolderThatOthersMayWriteTo_IsRefused()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights are other things on Windows.");
            return;
        }

        await Packed("A");
        File.SetUnixFileMode(bench.Cache, (UnixFileMode)0b111_111_111);

        await Assert.ThrowsAsync<CodebaseUnavailableException>(() => bench.Read());
    }

    public void Dispose() => bench.Dispose();

    private async Task Packed(string name)
    {
        if (Directory.Exists(bench.Tree.At("src")))
        {
            Directory.Delete(bench.Tree.At("src"), recursive: true);
        }

        bench.Tree.With($"src/{name}.cs", $"class {name} {{ }}");
        await bench.Pack();
    }

    private sealed class Counted(ISnapshotPlace place) : ISnapshotPlace
    {
        private int opened;

        public int Opened => opened;

        public string? Claimed { get; init; }

        public string Told => place.Told;

        public async Task<string> Hash(CancellationToken cancellation) => Claimed ?? await place.Hash(cancellation);

        public Task<Stream> Open(CancellationToken cancellation)
        {
            Interlocked.Increment(ref opened);
            return place.Open(cancellation);
        }

        public Task Put(string file, string sha256, CancellationToken cancellation) => place.Put(file, sha256, cancellation);
    }

    private sealed class Unreachable : ISnapshotPlace
    {
        public string Told => "nowhere";

        public Task<string> Hash(CancellationToken cancellation) => throw new CodebaseUnavailableException("Nobody answers.", retryHelps: true);

        public Task<Stream> Open(CancellationToken cancellation) => throw new NotSupportedException();

        public Task Put(string file, string sha256, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
