using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Shop.Api.Authentication;

/// <summary>What the identity service says about the caller.</summary>
/// <param name="CustomerId">Absent for staff.</param>
/// <param name="Role"><c>customer</c> or <c>staff</c>.</param>
public sealed record AccessToken(string Subject, long? CustomerId, string Role, DateTimeOffset ExpiresAt)
{
    /// <summary>The token as sent: <c>base64url(json).base64url(HMAC-SHA256)</c>.</summary>
    public string Sign(string key)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(Signature(payload, key))}";
    }

    /// <summary>The token that <paramref name="text"/> carries, or null when it is malformed, forged or expired.</summary>
    public static AccessToken? Verify(string text, string key, DateTimeOffset now)
    {
        var parts = text.Split('.');
        if (parts.Length != 2 || !Base64Url.IsValid(parts[0]) || !Base64Url.IsValid(parts[1]))
        {
            return null;
        }

        var payload = Base64Url.DecodeFromChars(parts[0]);
        var signature = Base64Url.DecodeFromChars(parts[1]);
        if (!CryptographicOperations.FixedTimeEquals(signature, Signature(payload, key)))
        {
            return null;
        }

        var token = JsonSerializer.Deserialize<AccessToken>(payload, JsonSerializerOptions.Web);
        return token is not null && token.ExpiresAt > now ? token : null;
    }

    private static byte[] Signature(byte[] payload, string key) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), payload);
}
