using System.Net;
using ModelContextProtocol.Client;
using Planner.Integrations.Mcp.Settings;
using Planner.Integrations.Resilience;
using Planner.Integrations.Telemetry;

namespace Planner.Integrations.Mcp;

/// <summary>How a server is spoken to. The official client logs nothing: what it would log holds arguments and results.</summary>
internal static class ServerTransport
{
    private const int MaxResponseBytes = 4 * 1024 * 1024;

    // After its input is closed; then it is killed with all that it started.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(2);

    public static IClientTransport Of(McpServer server, TimeSpan timeout) => server switch
    {
        McpProgram program => Program(program),
        McpAddress address => Address(address, timeout),
        _ => throw new InvalidOperationException("A server is a program or an address."),
    };

    // The host's own variables hold its secrets: a program gets the few that every program needs, and what the file gives it.
    private static StdioClientTransport Program(McpProgram program)
    {
        var variables = StdioClientTransportOptions.GetDefaultEnvironmentVariables();
        foreach (var (name, value) in program.Environment)
        {
            variables[name] = value;
        }

        return new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = program.Name,
            Command = program.Command,
            Arguments = [.. program.Arguments],
            WorkingDirectory = program.Folder,
            InheritEnvironmentVariables = false,
            EnvironmentVariables = variables,
            ShutdownTimeout = ShutdownTimeout,
        });
    }

    private static HttpClientTransport Address(McpAddress server, TimeSpan timeout)
    {
        var options = new HttpClientTransportOptions
        {
            Name = server.Name,
            Endpoint = server.Address,
            AdditionalHeaders = server.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.Ordinal),
            TransportMode = HttpTransportMode.StreamableHttp,
            ConnectionTimeout = timeout,
            MaxReconnectionAttempts = 0,
            // Nothing is listened to that was not asked for.
            EnableStandaloneGetStream = false,
        };
        return new HttpClientTransport(options, Http(), loggerFactory: null, ownsHttpClient: true);
    }

    /// <summary>No redirects and no cookies: what a header proves goes to the configured address and nowhere else.</summary>
    private static HttpClient Http() => new(new HiddenAddress
    {
        InnerHandler = new BoundedBodyHandler(MaxResponseBytes, () => new IOException("The answer is larger than 4 MB."))
        {
            InnerHandler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            },
        },
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Addresses may hold a key: spans of requests tell the host alone.</summary>
    private sealed class HiddenAddress : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            OutgoingRequests.MarkSecret(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
