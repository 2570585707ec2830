using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Planner.Cli.Remote;

/// <summary>Speaks to a server, and turns its refusals into lines for people.</summary>
internal sealed class ServerClient : IDisposable
{
    private const long LargestAnswer = 64 * 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly ServerAddress address;
    private readonly HttpClient http;

    public ServerClient(ServerAddress address)
    {
        this.address = address;
        // A redirect could lead the key elsewhere.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address.Url,
            Timeout = TimeSpan.FromSeconds(60),
            MaxResponseContentBufferSize = LargestAnswer,
        };
        if (address.Key is not { } key)
        {
            return;
        }

        if (key.Any(c => c is < ' ' or > '~') || !http.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", key))
        {
            throw new UsageException("PLANNER_API_KEY holds characters that no key has: set it again.");
        }
    }

    /// <summary>The path of a run, with its id made safe.</summary>
    public static string Run(string id, string rest = "") => $"api/runs/{Uri.EscapeDataString(id)}{rest}";

    public async Task<T> Get<T>(string path, CancellationToken cancellation) => Read<T>(await Bytes(HttpMethod.Get, path, null, cancellation));

    public Task<byte[]> Download(string path, CancellationToken cancellation) => Bytes(HttpMethod.Get, path, null, cancellation);

    public async Task<T> Post<T>(string path, object? body, CancellationToken cancellation) => Read<T>(await Bytes(HttpMethod.Post, path, body, cancellation));

    public void Dispose() => http.Dispose();

    private T Read<T>(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Json) ?? throw new RemoteException(NotOurs());
        }
        catch (JsonException e)
        {
            throw new RemoteException(NotOurs(), e);
        }
    }

    private async Task<byte[]> Bytes(HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(
            method,
            path)
        { Content = body is null ? null : JsonContent.Create(body, body.GetType(), new MediaTypeHeaderValue("application/json"), Json) };
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.IsSuccessStatusCode ? bytes : throw Refusal(response.StatusCode, Detail(response, bytes));
        }
        catch (HttpRequestException e)
        {
            throw new RemoteException(
                $"{address.Url} cannot be reached: start it with `planner serve`, or set PLANNER_SERVER or --server to where it runs.",
                e);
        }
        catch (TaskCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new RemoteException($"{address.Url} does not answer in time. Try again later.", e);
        }
    }

    private Exception Refusal(HttpStatusCode status, string detail) => status switch
    {
        HttpStatusCode.Unauthorized => new UsageException($"{address.Url} wants a key: set PLANNER_API_KEY to one that its operator gave you."),
        HttpStatusCode.Forbidden => new UsageException($"{address.Url} refuses: {detail} Ask its operator for a key with another role."),
        HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity => new UsageException(detail),
        HttpStatusCode.Conflict => new RemoteException(detail),
        HttpStatusCode.TooManyRequests => new RemoteException($"{address.Url} has had too many requests. Try again in a minute."),
        _ => new RemoteException($"{address.Url} failed with status {(int)status}: {detail} Its log says more."),
    };

    private static string Detail(HttpResponseMessage response, byte[] bytes)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return "it says no more.";
        }

        using var problem = JsonDocument.Parse(bytes);
        return problem.RootElement.TryGetProperty("detail", out var detail) && detail.ValueKind == JsonValueKind.String
            ? Terminal.Clean(detail.GetString()!)
            : "it says no more.";
    }

    private string NotOurs() => $"{address.Url} answers with something that is no planner's: check the address.";
}
