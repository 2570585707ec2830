using System.Security.Cryptography;
using Planner.Core.Artifacts;

namespace Planner.Integrations.Artifacts;

/// <summary>What contents are called by: their sha256 in hex, lower case.</summary>
internal static class ContentHash
{
    public static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <exception cref="ArtifactMissingException">The text is no such hash, so nothing lies under it.</exception>
    public static void Require(string sha256)
    {
        if (sha256 is not { Length: 64 } || !sha256.All(char.IsAsciiHexDigitLower))
        {
            throw new ArtifactMissingException("The content reference is not a SHA-256 hash.");
        }
    }
}
