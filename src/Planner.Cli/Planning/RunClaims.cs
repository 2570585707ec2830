using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Planner.Core.Artifacts;

namespace Planner.Cli.Planning;

/// <summary>
/// Run ids count within one folder of engine data, and plans of many folders may lie in one container. A run id there
/// belongs to the folder that first noted itself under it, create-once; the others take the next.
/// </summary>
internal sealed class RunClaims(IArtifactStore store, string ticket, string owner)
{
    private static readonly string Name = Hash("run claimed by");

    /// <summary>Claims in a store that others write to; the folder gets an identity, and is kept out of git.</summary>
    public static RunClaims Of(IArtifactStore store, string ticket, string output)
    {
        Folders.WriteOnce(Path.Combine(output, ".gitignore"), "*\n");
        var identity = Folders.WriteOnce(Path.Combine(output, ".planner", "owner"), Guid.NewGuid().ToString("n", CultureInfo.InvariantCulture));
        return new RunClaims(store, ticket, Hash(identity));
    }

    /// <summary>True where the id is this folder's, now or from before.</summary>
    public async Task<bool> Take(string runId, CancellationToken cancellation) =>
        await store.Note(ticket, runId, Name, owner, cancellation) == owner;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
