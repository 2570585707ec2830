using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Planner.Api.Access;

/// <summary>The configured keys. A look-up takes as long for a wrong key as for a right one.</summary>
internal sealed class ApiKeyRing(IOptions<ApiOptions> options)
{
    private const int LongestKey = 512;

    private readonly IReadOnlyList<(byte[] Hash, Caller Caller)> keys =
        [.. options.Value.Keys.Select(k => (Convert.FromHexString(k.Hash), new Caller(k.Name.Trim(), Role(k.Role))))];

    public bool IsEmpty => keys.Count == 0;

    /// <summary>Who holds the key, or null.</summary>
    public Caller? Find(string key)
    {
        if (key.Length > LongestKey)
        {
            return null;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        Caller? found = null;
        foreach (var (known, caller) in keys)
        {
            // Every key is compared whole, so that time tells nothing about which was close.
            if (CryptographicOperations.FixedTimeEquals(known, hash))
            {
                found = caller;
            }
        }

        return found;
    }

    private static ApiRole Role(string text) =>
        ApiOptionsValidator.IsRole(text, out var role) ? role : throw new InvalidOperationException("Roles were checked at the start.");
}
