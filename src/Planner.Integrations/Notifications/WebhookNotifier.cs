using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Planner.Core.Conversation;
using Planner.Integrations.Telemetry;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Planner.Integrations.Notifications;

/// <summary>
/// Posts messages to a webhook of Slack or Teams. Nobody there tells a message from its repetition, so it is sent again only where it
/// cannot have arrived: nothing answered at all, or the receiver said that it took nothing. The address stands in no exception.
/// </summary>
public sealed class WebhookNotifier : INotifier, IDisposable
{
    private readonly HttpClient http;
    private readonly Uri address;
    private readonly Uri? planner;
    private readonly WebhookAttempts attempts;

    /// <summary>A notifier with connections of its own; one for each host is enough.</summary>
    /// <param name="options">Validated, with an address.</param>
    /// <param name="time">For pauses and time-outs.</param>
    /// <param name="planner">Where people open runs, ending with a slash, or null.</param>
    public WebhookNotifier(NotificationOptions options, TimeProvider time, Uri? planner)
    {
        address = new Uri(options.WebhookUrl!.Trim());
        Kind = options.Kind ?? WebhookHosts.Kind(address) ?? throw new ArgumentException("The options were not validated.", nameof(options));
        this.planner = planner;
        attempts = new WebhookAttempts(options, time);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.AttemptTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Who takes the messages.</summary>
    public NotificationKind Kind { get; }

    /// <inheritdoc />
    public async Task Notify(TeamMessage message, CancellationToken cancellation)
    {
        var shape = Kind == NotificationKind.Slack ? SlackMessage.Of(message, planner) : TeamsMessage.Of(message, planner);
        var body = JsonSerializer.SerializeToUtf8Bytes(shape);
        WebhookAnswer? last = null;
        try
        {
            var answer = await attempts.Run(
                async token =>
                {
                    last = null;
                    return last = await Post(body, token);
                },
                cancellation);
            if (!answer.IsTaken)
            {
                throw new NotificationFailedException(WebhookFailures.Refused(Kind, answer));
            }
        }
        catch (HttpRequestException fault)
        {
            throw new NotificationFailedException(WebhookFailures.NoAnswer(Kind, fault));
        }
        catch (IOException)
        {
            throw new NotificationFailedException(WebhookFailures.Broken(Kind));
        }
        catch (TimeoutRejectedException)
        {
            // Time may be over while the next attempt is waited for.
            throw new NotificationFailedException(last is { } refused ? WebhookFailures.Refused(Kind, refused) : WebhookFailures.TooLate(Kind));
        }
        catch (BrokenCircuitException)
        {
            throw new NotificationFailedException(WebhookFailures.LeftInPeace(Kind));
        }
    }

    /// <summary>Whether somebody answers at the host; nothing is posted and the address itself is not tried.</summary>
    /// <exception cref="NotificationFailedException">Nobody answers.</exception>
    public async Task Reach(CancellationToken cancellation)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address.GetLeftPart(UriPartial.Authority)));
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        }
        catch (HttpRequestException fault)
        {
            throw new NotificationFailedException(WebhookFailures.NoAnswer(Kind, fault));
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<WebhookAnswer> Post(byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Planner", "0.1"));
        OutgoingRequests.MarkSecret(request);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return await WebhookAnswer.Read(answer, cancellation);
    }
}
