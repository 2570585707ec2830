using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Planner.Integrations.Blobs;

namespace Planner.Integrations.Tests.Blobs;

/// <summary>The wire between a client and its storage account, where tests stand in the way.</summary>
/// <param name="disturb">Gets each request and the way to send it on.</param>
internal sealed class Wire(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> disturb)
    : DelegatingHandler(new HttpClientHandler())
{
    /// <summary>A client whose requests go over this wire; it tries again at once.</summary>
    public BlobContainerClient Client(string connection, string container)
    {
        var options = BlobContainers.Client();
        options.Transport = new HttpClientTransport(new HttpClient(this));
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return new BlobContainerClient(connection, container, options);
    }

    /// <summary>Every write takes effect, and every other answer to one is lost.</summary>
    public static Wire LosingAnswers()
    {
        var lost = 0;
        return new Wire(async (request, send) =>
        {
            var answer = await send();
            return request.Method == HttpMethod.Put && answer.IsSuccessStatusCode && Interlocked.Increment(ref lost) % 2 == 1
                ? throw new HttpRequestException("The connection was reset.")
                : answer;
        });
    }

    /// <summary>Every request gets this answer.</summary>
    public static Wire Answering(int status, string code) => new((_, _) =>
    {
        var answer = new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new ByteArrayContent([]) };
        answer.Headers.Add("x-ms-error-code", code);
        return Task.FromResult(answer);
    });

    /// <summary>The process dies at the given write: before it is sent, or when it has taken effect and before that is known.</summary>
    public static Wire KilledAt(int write, bool afterwards)
    {
        var seen = 0;
        return new Wire(async (request, send) =>
        {
            if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head || Interlocked.Increment(ref seen) != write)
            {
                return await send();
            }

            if (afterwards)
            {
                await send();
            }

            throw new KillException();
        });
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        disturb(request, () => base.SendAsync(request, cancellationToken));

    /// <summary>The end of the process.</summary>
    internal sealed class KillException : Exception;
}
