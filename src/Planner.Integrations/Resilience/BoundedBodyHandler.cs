namespace Planner.Integrations.Resilience;

/// <summary>
/// Reads answers whole, up to a limit, so that a connection that breaks in the middle of a body is a failed attempt like any
/// other and no answer fills the memory.
/// </summary>
/// <param name="maxBytes">The most bytes of an answer's body.</param>
/// <param name="tooLarge">What is thrown for a longer one.</param>
internal sealed class BoundedBodyHandler(int maxBytes, Func<Exception> tooLarge) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            var body = new ByteArrayContent(await Read(answer.Content, cancellationToken));
            foreach (var header in answer.Content.Headers)
            {
                body.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            answer.Content.Dispose();
            answer.Content = body;
            return answer;
        }
        catch (Exception fault)
        {
            answer.Dispose();
            if (fault is IOException)
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke in the middle of the answer.", fault);
            }

            throw;
        }
    }

    private async Task<byte[]> Read(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > maxBytes)
        {
            throw tooLarge();
        }

        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (kept.Length + count > maxBytes)
            {
                throw tooLarge();
            }

            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }
}
