using System.IO.Compression;
using Microsoft.Extensions.Configuration;
using Planner.Codebase.Origins;
using Planner.Codebase.Reading;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Snapshots;
using Xunit;

namespace Planner.Codebase.Tests.Snapshots;

/// <summary>A code base, its snapshot and the cache that the snapshot is read through.</summary>
internal sealed class SnapshotBench : IDisposable
{
    public static readonly SnapshotLimits Limits = new(8 * 1024 * 1024, 64 * 1024 * 1024, 1000, 100);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("planner-snapshot-");

    public SnapshotBench() => Directory.CreateDirectory(Cache);

    public Tree Tree { get; } = new();

    public string Archive => Path.Combine(folder.FullName, "shop.tar.gz");

    public string Cache => Path.Combine(folder.FullName, "cache");

    public Task<SnapshotReport> Pack(string? under = null, string? to = null) =>
        SnapshotPublisher.To(to ?? Archive, places: null)
            .Publish(under is null ? Tree.Root : Tree.At(under), new CodebaseOptions(), TestContext.Current.CancellationToken);

    public CachedSource Source(ISnapshotPlace? place = null, SnapshotLimits? limits = null)
    {
        var origin = new ArchiveOrigin(place ?? new FileSnapshot(Archive), limits ?? Limits);
        return new CachedSource(origin, new CodebaseCache(Cache, origin.Key));
    }

    public Task<CodebaseIndex> Read(ISnapshotPlace? place = null, SnapshotLimits? limits = null)
    {
        var source = Source(place, limits);
        return CodebaseReader.Of(source, new CodebaseOptions()).Read("shop", TestContext.Current.CancellationToken);
    }

    /// <summary>Writes an archive by hand.</summary>
    public void Forge(Action<SnapshotWriter> write, bool isWhole = true)
    {
        using var file = File.Create(Archive);
        using var packed = new GZipStream(file, CompressionLevel.Fastest);
        var writer = new SnapshotWriter(packed);
        write(writer);
        if (isWhole)
        {
            writer.End();
        }
    }

    public static byte[] Facts(int files, long bytes) =>
        System.Text.Encoding.UTF8.GetBytes(new SnapshotFacts { Format = 1, Files = files, Bytes = bytes, Commits = 0 }.Text());

    public IReadOnlyList<string> Entries()
    {
        using var packed = new GZipStream(File.OpenRead(Archive), CompressionMode.Decompress);
        var reader = new SnapshotReader(packed);
        List<string> names = [];
        while (reader.Next() is { } entry)
        {
            names.Add(entry.Name);
        }

        return names;
    }

    public IReadOnlyList<string> Copies() => [.. Directory.GetDirectories(Cache).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        Tree.Dispose();
        folder.Delete(recursive: true);
    }
}
