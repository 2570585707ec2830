using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Planner.Integrations.Notifications;

/// <summary>What the receiver answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Word">The one word by which Slack says what is wrong, like <c>no_service</c>; empty for anything else.</param>
/// <param name="IsPage">True for a web page, as log-in pages and proxies give it.</param>
/// <param name="RetryAfter">When to come again, or null.</param>
internal sealed record WebhookAnswer(HttpStatusCode Status, string Word, bool IsPage, RetryConditionHeaderValue? RetryAfter)
{
    private const int LongestWord = 60;

    public bool IsTaken => (int)Status is >= 200 and < 300 && !IsPage;

    public static async Task<WebhookAnswer> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var said = await Begin(answer.Content, cancellation);
        var isPage = answer.Content.Headers.ContentType?.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true || said.StartsWith('<');
        var isWord = said.Length is > 0 and <= LongestWord && said.All(c => char.IsAsciiLetterLower(c) || c == '_');
        return new WebhookAnswer(answer.StatusCode, isWord ? said : "", isPage, answer.Headers.RetryAfter);
    }

    /// <summary>Of a long answer only the beginning is read.</summary>
    private static async Task<string> Begin(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[256];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(buffer, 0, length).Trim();
    }
}
