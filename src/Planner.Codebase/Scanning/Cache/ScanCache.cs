using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Scanning.Cache;

/// <summary>
/// What files said when they were read before, by path and the hash of their content, so that what did not change is not
/// parsed again. It only saves time: one that is missing, broken, of another version or not to be written changes nothing.
/// </summary>
internal sealed class ScanCache
{
    /// <summary>What metrics call it.</summary>
    public const string Name = "codebase";

    /// <summary>Caches of other code bases that stay in the same folder.</summary>
    private const int MostCaches = 4;

    /// <summary>What is older was left by a process that was killed while it wrote.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    private readonly string? file;
    private readonly IReadOnlyDictionary<(string Path, string Sha256), CachedScan> known;

    private ScanCache(string? file, IReadOnlyDictionary<(string Path, string Sha256), CachedScan> known)
    {
        this.file = file;
        this.known = known;
    }

    /// <param name="codebase">Which code base it is; each has a file of its own.</param>
    /// <param name="options">Where the cache lies, if anywhere.</param>
    /// <param name="pool">Terms are held once for the whole reading.</param>
    public static ScanCache Open(string codebase, CodebaseOptions options, ConcurrentDictionary<string, string> pool)
    {
        if (options.CacheFolder is null)
        {
            return new ScanCache(null, new Dictionary<(string, string), CachedScan>());
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(codebase)))[..16];
        var place = Path.Combine(options.CacheFolder, $"codebase-{name}.cache");
        return new ScanCache(place, CacheFile.Read(place, CacheVersion.Of(options), pool));
    }

    /// <summary>What the file said; null where it has to be read.</summary>
    public FileScan? Find(string path, string sha256, long bytes)
    {
        var isKnown = known.TryGetValue((path, sha256), out var cached);
        CacheTelemetry.LookedUp(Name, isKnown);
        return isKnown ? cached!.Scan(new DocumentFact(path, bytes, sha256, cached.Terms)) : null;
    }

    /// <summary>Keeps what was read now, in place of what was kept before.</summary>
    public void Save(IReadOnlyList<FileScan> scans, CodebaseOptions options)
    {
        var kept = scans.Where(IsWorthKeeping).ToList();
        if (file is null || (kept.Count == known.Count && kept.TrueForAll(s => known.ContainsKey((s.Document.Path, s.Document.Sha256)))))
        {
            return;
        }

        try
        {
            CacheFile.Write(file, CacheVersion.Of(options), kept, s => known.GetValueOrDefault((s.Document.Path, s.Document.Sha256)));
            Tidy(Path.GetDirectoryName(file)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next reading takes longer; nothing else follows from it.
        }
    }

    /// <summary>Scripts are read faster than they are kept: each statement holds the whole text.</summary>
    private static bool IsWorthKeeping(FileScan scan) => scan.Sql is null && scan.Document.Sha256.Length > 0;

    private static void Tidy(string folder)
    {
        var place = new DirectoryInfo(folder);
        var caches = place.GetFiles("codebase-*.cache").OrderByDescending(f => f.LastWriteTimeUtc).ToList();
        var abandoned = place.GetFiles("codebase-*.tmp").Where(f => f.LastWriteTimeUtc < caches[0].LastWriteTimeUtc - LongestWrite);
        foreach (var old in caches.Skip(MostCaches).Concat(abandoned))
        {
            old.Delete();
        }
    }
}
