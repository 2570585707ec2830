using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Planner.Core.Text.Words;

namespace Planner.Codebase.Scanning.Cache;

/// <summary>
/// One file: the version, a table of terms, the scans, and a hash of all of it. Written beside its place and renamed,
/// so that a reader sees a whole one or the one before.
/// </summary>
internal static class CacheFile
{
    /// <summary>Beyond this a cache is neither read nor written. Bytes.</summary>
    private const long Largest = 512L * 1024 * 1024;

    private const int Buffered = 64 * 1024;

    public static IReadOnlyDictionary<(string Path, string Sha256), CachedScan> Read(string file, string version, ConcurrentDictionary<string, string> pool)
    {
        var scans = new Dictionary<(string, string), CachedScan>();
        if (Whole(file) is not { } bytes)
        {
            return scans;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, 0, bytes.Length - SHA256.HashSizeInBytes), Encoding.UTF8);
        if (reader.ReadString() != version)
        {
            return scans;
        }

        var terms = Terms(reader, pool);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var key = (reader.ReadString(), reader.ReadString());
            var words = Words(reader, terms);
            var length = reader.ReadInt32();
            scans[key] = new CachedScan(words, bytes.AsMemory((int)reader.BaseStream.Position, length));
            reader.BaseStream.Position += length;
        }

        return scans;
    }

    public static void Write(string file, string version, IReadOnlyList<FileScan> scans, Func<FileScan, CachedScan?> known)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // One name for all: what a killed process left is written over by the next, and who finds it open leaves it to that one.
        var temporary = $"{file}.tmp";
        using var stream = new FileStream(temporary, Private());
        try
        {
            if (Wrote(stream, version, scans, known) <= Largest)
            {
                stream.Flush();
                File.Move(temporary, file, overwrite: true);
            }
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Goes straight to the disk: in memory the content would stand beside the scans that it is made of.</summary>
    private static long Wrote(FileStream stream, string version, IReadOnlyList<FileScan> scans, Func<FileScan, CachedScan?> known)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(new BufferedStream(hashed, Buffered), Encoding.UTF8))
        {
            Put(writer, version, scans, known);
        }

        stream.Write(hash.Hash!);
        return stream.Length;
    }

    private static FileStreamOptions Private()
    {
        // An open file is renamed on Windows only where it shares its deletion, which keeps other writers out there as well.
        var share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void Put(BinaryWriter writer, string version, IReadOnlyList<FileScan> scans, Func<FileScan, CachedScan?> known)
    {
        writer.Write(version);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in scans.SelectMany(s => s.Document.Terms.Keys))
        {
            numbers.TryAdd(term, numbers.Count);
        }

        writer.Write(numbers.Count);
        foreach (var term in numbers.Keys)
        {
            writer.Write(term);
        }

        writer.Write(scans.Count);
        foreach (var scan in scans)
        {
            Put(writer, scan, known(scan) ?? CachedScan.Of(scan), numbers);
        }
    }

    private static void Put(BinaryWriter writer, FileScan scan, CachedScan cached, Dictionary<string, int> numbers)
    {
        writer.Write(scan.Document.Path);
        writer.Write(scan.Document.Sha256);
        writer.Write7BitEncodedInt(cached.Terms.Count);
        foreach (var (term, count) in cached.Terms)
        {
            writer.Write7BitEncodedInt(numbers[term]);
            writer.Write7BitEncodedInt(count);
        }

        writer.Write(cached.Json.Length);
        writer.Write(cached.Json.Span);
    }

    private static string[] Terms(BinaryReader reader, ConcurrentDictionary<string, string> pool)
    {
        var terms = new string[reader.ReadInt32()];
        for (var i = 0; i < terms.Length; i++)
        {
            var term = reader.ReadString();
            terms[i] = pool.GetOrAdd(term, term);
        }

        return terms;
    }

    private static TermDictionary Words(BinaryReader reader, string[] terms)
    {
        var count = reader.Read7BitEncodedInt();
        var (words, counts) = (new string[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            words[i] = terms[reader.Read7BitEncodedInt()];
            counts[i] = reader.Read7BitEncodedInt();
        }

        return TermDictionary.FromSorted(words, counts);
    }

    /// <summary>The bytes of a file whose hash is right; null for any other.</summary>
    private static byte[]? Whole(string file)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists || info.Length <= SHA256.HashSizeInBytes || info.Length > Largest)
            {
                return null;
            }

            var bytes = File.ReadAllBytes(file);
            return SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(^SHA256.HashSizeInBytes..)) ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without a cache everything is read anew, which is right as well.
            return null;
        }
    }
}
