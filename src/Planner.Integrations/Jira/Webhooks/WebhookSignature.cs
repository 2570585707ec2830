using System.Security.Cryptography;
using System.Text;

namespace Planner.Integrations.Jira.Webhooks;

/// <summary>
/// Whether a delivery comes from somebody who knows the secret: by the HMAC of its raw body (<c>X-Hub-Signature: sha256=hex</c>,
/// also sha384 and sha512, as the method may change), or by the secret itself in a header, as automation rules send it.
/// </summary>
public static class WebhookSignature
{
    /// <summary>The header with the HMAC.</summary>
    public const string SignatureHeader = "X-Hub-Signature";

    /// <summary>The header with the secret, for senders that cannot sign.</summary>
    public const string SecretHeader = "X-Planner-Secret";

    /// <summary>
    /// True where the signature is the body's. It takes as long for a wrong one as for a right one; malformed ones are false,
    /// never an exception.
    /// </summary>
    /// <param name="secret">The shared secret; an empty one makes nothing valid.</param>
    /// <param name="body">The raw body, to the byte.</param>
    /// <param name="signature">The header's value, or null.</param>
    public static bool IsValid(string secret, ReadOnlySpan<byte> body, string? signature)
    {
        var cut = signature?.IndexOf('=', StringComparison.Ordinal) ?? -1;
        if (cut <= 0 || secret.Length == 0 || Length(signature.AsSpan(0, cut)) is not (> 0 and var length) || signature!.Length - cut - 1 != length * 2)
        {
            return false;
        }

        Span<byte> told = stackalloc byte[length];
        Span<byte> own = stackalloc byte[length];
        var key = Encoding.UTF8.GetBytes(secret);
        _ = length switch
        {
            HMACSHA256.HashSizeInBytes => HMACSHA256.HashData(key, body, own),
            HMACSHA384.HashSizeInBytes => HMACSHA384.HashData(key, body, own),
            _ => HMACSHA512.HashData(key, body, own),
        };
        var isHex = Convert.FromHexString(signature.AsSpan(cut + 1), told, out _, out _) == System.Buffers.OperationStatus.Done;
        return CryptographicOperations.FixedTimeEquals(told, own) && isHex;
    }

    /// <summary>True where the header holds the secret; compared by hash, so that neither content nor length shows in the time.</summary>
    public static bool IsSecret(string secret, string? header)
    {
        Span<byte> told = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(header ?? ""), told);
        SHA256.HashData(Encoding.UTF8.GetBytes(secret), own);
        return CryptographicOperations.FixedTimeEquals(told, own) && secret.Length > 0;
    }

    private static int Length(ReadOnlySpan<char> method) =>
        method.Equals("sha256", StringComparison.OrdinalIgnoreCase) ? HMACSHA256.HashSizeInBytes
        : method.Equals("sha384", StringComparison.OrdinalIgnoreCase) ? HMACSHA384.HashSizeInBytes
        : method.Equals("sha512", StringComparison.OrdinalIgnoreCase) ? HMACSHA512.HashSizeInBytes
        : 0;
}
