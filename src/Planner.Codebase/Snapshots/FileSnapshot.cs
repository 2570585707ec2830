using System.Security.Cryptography;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Snapshots;

namespace Planner.Codebase.Snapshots;

/// <summary>A snapshot in a file.</summary>
/// <param name="path">Absolute.</param>
internal sealed class FileSnapshot(string path) : ISnapshotPlace
{
    public string Told => $"'{path}'";

    public async Task<string> Hash(CancellationToken cancellation)
    {
        await using var file = await Open(cancellation);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }

    public Task<Stream> Open(CancellationToken cancellation)
    {
        try
        {
            // A pipe or device has no length, and opening one could wait for ever.
            return new FileInfo(path) is { Exists: true, Length: > 0 }
                ? Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
                : throw new CodebaseUnreadableException($"There is no snapshot {Told}: make it with 'planner snapshot --to {path}'.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CodebaseUnreadableException($"The snapshot {Told} cannot be read ({e.Message.ReplaceLineEndings(" ")}).");
        }
    }

    public Task Put(string file, string sha256, CancellationToken cancellation)
    {
        File.Move(file, path, overwrite: true);
        return Task.CompletedTask;
    }
}
