using System.Security.Cryptography;
using System.Text;

namespace Planner.EndToEnd.Tests.Serving;

/// <summary>A delivery as Jira Cloud signs it.</summary>
internal static class SignedRequest
{
    public static HttpRequestMessage Of(Uri address, string body, string secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(
            "X-Hub-Signature",
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body)))}");
        return request;
    }
}
