using System.Runtime.InteropServices;
using System.Text;

namespace Planner.Integrations.Artifacts;

/// <summary>
/// Files that are whole or not there, and on the disk when a call returns: written aside, synced, renamed, and the
/// folder synced. A kill at any moment leaves at worst a file in the folder for temporary ones.
/// </summary>
/// <param name="before">Told before each change of the disk; tests stop there to stand for a kill.</param>
internal sealed class DurableFiles(Action<string>? before = null)
{
    /// <summary>Replaces or creates a file. The temporary one must be on the same file system.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes, string temporary)
    {
        CreateFolder(Path.GetDirectoryName(path)!);
        CreateFolder(Path.GetDirectoryName(temporary)!);
        try
        {
            WriteSynced(temporary, bytes);
            before?.Invoke("rename " + path);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(path)!);
    }

    /// <summary>Renames a folder; its files must have been written by <see cref="Write"/>.</summary>
    public void MoveFolder(string from, string to)
    {
        before?.Invoke("move " + to);
        Directory.Move(from, to);
        SyncFolder(Path.GetDirectoryName(to)!);
        SyncFolder(Path.GetDirectoryName(from)!);
    }

    /// <summary>Creates a folder with those above it.</summary>
    public void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path);
        if (parent is not null)
        {
            CreateFolder(parent);
        }

        before?.Invoke("create " + path);
        Directory.CreateDirectory(path);
        if (parent is not null)
        {
            SyncFolder(parent);
        }
    }

    /// <summary>Removes a folder of leftovers, where it is there.</summary>
    public void DeleteFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        before?.Invoke("delete " + path);
        Directory.Delete(path, recursive: true);
    }

    private void WriteSynced(string path, ReadOnlySpan<byte> bytes)
    {
        before?.Invoke("write " + path);
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(bytes[..(bytes.Length / 2)]);
        before?.Invoke("half " + path);
        file.Write(bytes[(bytes.Length / 2)..]);
        file.Flush(flushToDisk: true);
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The first fault is the one that people must see.
        }
    }

    /// <summary>A rename lasts once its folder is on the disk. Windows has no such call; its journal keeps the order.</summary>
    private static void SyncFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (handle < 0)
        {
            return;
        }
        // Some network file systems refuse to sync folders (EINVAL); their rename is synchronous already.
        _ = Sync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
