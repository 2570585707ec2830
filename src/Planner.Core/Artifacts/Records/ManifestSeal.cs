namespace Planner.Core.Artifacts.Records;

/// <summary>A way in which a manifest and the files of its version do not agree; <paramref name="Code"/> is a word for programs.</summary>
public sealed record ManifestBreach(string Code, string Path, string Message);

/// <summary>Holds a manifest against the files of its version. Hashes are taken from the files again, never from who made the manifest.</summary>
public static class ManifestSeal
{
    /// <summary>Every breach, by path; <paramref name="files"/> may hold the manifest itself, which is not judged.</summary>
    public static IReadOnlyList<ManifestBreach> Breaches(Manifest manifest, IReadOnlyList<Artifact> files)
    {
        var listed = manifest.Files.ToLookup(f => f.Path, StringComparer.Ordinal);
        var there = files.Where(f => f.Path != Manifest.Path).ToList();
        var absent = listed.Select(l => l.Key).Except(there.Select(f => f.Path), StringComparer.Ordinal);
        return
        [
            .. there.SelectMany(f => OfFile(f, [.. listed[f.Path]])),
            .. absent.Select(p => new ManifestBreach("phantom", p, $"The manifest lists {p}, which is not in the bundle.")),
        ];
    }

    /// <summary>Files that were judged and are no longer the same, or no longer there.</summary>
    public static IReadOnlyList<ManifestBreach> Changed(Manifest manifest, IReadOnlyList<ManifestFile> judged) =>
        [.. judged.Except(manifest.Files).Select(f => new ManifestBreach("changed", f.Path, $"{f.Path} is not the file that was reviewed."))];

    /// <summary>Refuses a version with breaches.</summary>
    /// <exception cref="ManifestMismatchException">There is one or more.</exception>
    public static void Refuse(IEnumerable<ManifestBreach> breaches)
    {
        if (breaches.Select(b => b.Message).ToList() is { Count: > 0 } messages)
        {
            throw new ManifestMismatchException(string.Join(' ', messages));
        }
    }

    private static IEnumerable<ManifestBreach> OfFile(Artifact file, List<ManifestFile> listed)
    {
        if (listed.Count != 1)
        {
            yield return new("unlisted", file.Path, $"The manifest lists {file.Path} {listed.Count} times.");
        }
        else if (listed[0] != ManifestFile.Of(file))
        {
            yield return new("hash", file.Path, $"The manifest has another hash or length of {file.Path} than the file.");
        }
    }
}
