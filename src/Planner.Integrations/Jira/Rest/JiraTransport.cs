using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Planner.Integrations.Jira.Resilience;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Planner.Integrations.Jira.Rest;

/// <summary>Sends calls and turns every way to fail into an exception that is named by its cause.</summary>
internal sealed class JiraTransport(HttpClient http, JiraRoot root)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 512 };

    public JiraRoot Root => root;

    /// <summary>The answer's JSON; undefined where the answer is empty, as after a change.</summary>
    public async Task<JsonElement> Send(JiraCall call, CancellationToken cancellation)
    {
        var (answer, body) = await Exchange(call, cancellation);
        using (answer)
        {
            if (!answer.IsSuccessStatusCode)
            {
                throw JiraErrors.Of(call, answer, body, root);
            }

            return body.Length == 0 ? default : Json(call, answer, body);
        }
    }

    /// <summary>The bytes of a file.</summary>
    public async Task<byte[]> Download(JiraCall call, CancellationToken cancellation)
    {
        var (answer, body) = await Exchange(call, cancellation);
        using (answer)
        {
            return answer.IsSuccessStatusCode ? body : throw JiraErrors.Of(call, answer, body, root);
        }
    }

    private static JsonElement Json(JiraCall call, HttpResponseMessage answer, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException fault)
        {
            throw JiraErrors.NoJson(call, answer, body, fault);
        }
    }

    private async Task<(HttpResponseMessage Answer, byte[] Body)> Exchange(JiraCall call, CancellationToken cancellation)
    {
        using var request = Request(call);
        try
        {
            var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return (answer, await answer.Content.ReadAsByteArrayAsync(cancellation));
        }
        catch (HttpRequestException fault)
        {
            throw new JiraUnreachableException(
                $"No answer from Jira at {root.Api.Host} while {call.What} ({fault.HttpRequestError}): check Jira__BaseUrl and the network; it is tried again.",
                call.Method != HttpMethod.Get && JiraAttempts.WasSent(fault),
                fault);
        }
        catch (TimeoutRejectedException fault)
        {
            throw new JiraUnreachableException(
                $"Jira at {root.Api.Host} did not answer in {fault.Timeout.TotalSeconds:0} s while {call.What}; it is tried again.",
                call.Method != HttpMethod.Get,
                fault);
        }
        catch (BrokenCircuitException fault)
        {
            throw new JiraUnavailableException(
                $"Jira at {root.Api.Host} failed repeatedly; calls are paused for a moment; {call.What} is tried again.",
                mayHaveTakenEffect: false,
                fault);
        }
    }

    private HttpRequestMessage Request(JiraCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(root.Api, call.Path));
        request.Headers.Authorization = root.SignIn;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Planner", "0.1"));
        if (call.Method != HttpMethod.Get)
        {
            request.Headers.Add("X-Atlassian-Token", "no-check");
        }

        if (call.Body is { } body)
        {
            request.Content = Content(body);
        }

        request.Options.Set(JiraAttempts.Call, call);
        return request;
    }

    private static ByteArrayContent Content(JsonNode body)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }
}
