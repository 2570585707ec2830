using System.Security.Cryptography;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Snapshots;

namespace Planner.Codebase.Origins;

/// <summary>Copies from a snapshot, by the hash of its bytes.</summary>
internal sealed class ArchiveOrigin(ISnapshotPlace place, SnapshotLimits limits) : ICodebaseOrigin
{
    public string Key => $"archive {place.Told}";

    public Task<string> Identify(CancellationToken cancellation) => place.Hash(cancellation);

    public async Task<string> Fill(string folder, string id, CancellationToken cancellation)
    {
        await using var archive = await place.Open(cancellation);
        var hash = Unpack(archive, folder, cancellation);
        return hash == id ? id : throw new CodebaseUnavailableException(
            $"The snapshot {place.Told} was changed while it was read, or is not the one that its hash tells.", retryHelps: true);
    }

    public async Task<string> Look(CancellationToken cancellation) => $"snapshot {place.Told}, sha256 {(await place.Hash(cancellation))[..12]}";

    private string Unpack(Stream archive, string folder, CancellationToken cancellation)
    {
        using var sha = SHA256.Create();
        using var hashed = new CryptoStream(archive, sha, CryptoStreamMode.Read, leaveOpen: true);
        try
        {
            new SnapshotExtractor(limits).Extract(hashed, folder, cancellation);
        }
        catch (SnapshotFaultyException e)
        {
            throw new CodebaseUnreadableException($"The snapshot {place.Told} {e.Message}.");
        }

        return Convert.ToHexStringLower(sha.Hash!);
    }
}
