using Planner.Codebase.Files;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Origins;

/// <summary>
/// Copies of one code base, each in a folder that is whole whenever it is there: it grows aside and is renamed. One process at a
/// time adds; locks die with their holders, so that a kill leaves at worst a folder that the next one to add removes.
/// </summary>
/// <param name="folder">Of its own; made when it is needed.</param>
/// <param name="key">What the copies are made from; those of another origin are not taken for its own.</param>
internal sealed class CodebaseCache(string folder, string key)
{
    /// <summary>Copies that stay: the one in use, and the one that a reading may still have open.</summary>
    private const int MostCopies = 2;

    private const string StagingPrefix = "staging-";
    private const string CopyPrefix = "copy-";

    private readonly CopyLock locks = new(folder);

    private string Latest => Path.Combine(folder, "latest");

    /// <summary>Makes the folder, and sees that it belongs to nobody else.</summary>
    /// <exception cref="CodebaseUnavailableException">It cannot be used.</exception>
    public void Prepare() => PrivateFolder.Create(folder);

    public bool Has(string id) => Facts(id) is not null;

    /// <summary>The right to add, of one holder at a time among all processes.</summary>
    public Task<IDisposable> Lock(CancellationToken cancellation) => locks.Add(cancellation);

    /// <summary>An empty folder to fill; what killed processes left is removed. The caller holds the lock.</summary>
    public string Stage()
    {
        foreach (var left in Directory.EnumerateDirectories(folder, $"{StagingPrefix}*"))
        {
            Directory.Delete(left, recursive: true);
        }

        return Directory.CreateDirectory(Aside()).FullName;
    }

    /// <summary>Makes a filled folder a copy, and removes old ones that nobody reads. The caller holds the lock.</summary>
    public void Add(string staging, string id)
    {
        if (Has(id))
        {
            Directory.Delete(staging, recursive: true);
        }
        else
        {
            Replace(staging, Copy(id));
        }

        Tidy(Copy(id));
    }

    /// <summary>Remembers which copy was current.</summary>
    public void Point(string id)
    {
        var text = $"{key}\n{id}";
        if (File.Exists(Latest) && File.ReadAllText(Latest) == text)
        {
            return;
        }

        var aside = Aside();
        File.WriteAllText(aside, text);
        File.Move(aside, Latest, overwrite: true);
    }

    /// <summary>The copy that was current before; null where there is none.</summary>
    public string? Earlier() =>
        File.Exists(Latest) && File.ReadAllText(Latest).Split('\n') is [.. var of, var id] && string.Join('\n', of) == key && Has(id) ? id : null;

    /// <summary>Opens a copy for reading; null where it was removed.</summary>
    public async Task<OpenedCodebase?> Open(string id, string? limitation, CancellationToken cancellation)
    {
        var lease = await locks.Read(cancellation);
        if (Facts(id) is { } facts)
        {
            Directory.CreateDirectory(Path.Combine(Copy(id), SnapshotNames.Code));
            return new OpenedCopy(Copy(id), facts, lease, limitation);
        }

        lease.Dispose();
        return null;
    }

    private string Copy(string id) => Path.Combine(folder, CopyPrefix + id);

    private string Aside() => Path.Combine(folder, StagingPrefix + Guid.NewGuid().ToString("n"));

    /// <summary>Null where there is no copy, or one that a crash of the machine damaged.</summary>
    private SnapshotFacts? Facts(string id)
    {
        var file = Path.Combine(Copy(id), SnapshotNames.Facts);
        return File.Exists(file) ? SnapshotFacts.Read(File.ReadAllText(file)) : null;
    }

    private void Replace(string staging, string copy)
    {
        // A damaged copy has its place still.
        var damaged = Directory.Exists(copy) ? Dismiss(copy) : null;
        Directory.Move(staging, copy);
        if (damaged is not null)
        {
            Directory.Delete(damaged, recursive: true);
        }
    }

    /// <summary>Renamed first: one that is half removed must not look like a copy.</summary>
    private string Dismiss(string copy)
    {
        var aside = Aside();
        Directory.Move(copy, aside);
        return aside;
    }

    private void Tidy(string newest)
    {
        foreach (var old in Dismissed(newest))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    private List<string> Dismissed(string newest)
    {
        try
        {
            using var alone = locks.Remove();
            var others = new DirectoryInfo(folder).GetDirectories($"{CopyPrefix}*").Where(d => d.FullName != newest).OrderByDescending(d => d.LastWriteTimeUtc);
            return [.. others.Skip(MostCopies - 1).Select(d => Dismiss(d.FullName))];
        }
        catch (IOException)
        {
            // Somebody reads. The next one to add removes what is old.
            return [];
        }
    }
}
