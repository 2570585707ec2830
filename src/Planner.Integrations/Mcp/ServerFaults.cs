using System.ComponentModel;
using System.Globalization;
using System.Net;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;

namespace Planner.Integrations.Mcp;

/// <summary>What is wrong with a server, told by its kind: messages of servers and of the client may hold anything.</summary>
internal static class ServerFaults
{
    /// <summary>True for what a server or the way to it causes.</summary>
    public static bool IsOfServer(Exception fault, CancellationToken cancellation) => fault switch
    {
        OperationCanceledException => !cancellation.IsCancellationRequested,
        IOException or HttpRequestException or McpException or TimeoutException or Win32Exception or JsonException => true,
        // The client wraps what it meets at the start, and refuses what it cannot read.
        InvalidOperationException or NotSupportedException or FormatException or ArgumentException or KeyNotFoundException => true,
        _ => false,
    };

    /// <summary>True where the connection is gone, so that a new one may help.</summary>
    public static bool IsGone(Exception fault) => fault is IOException || Inner<ClientTransportClosedException>(fault) is not null;

    /// <summary>What it did not do, to follow its name in a sentence.</summary>
    public static string Told(Exception fault, TimeSpan timeout) =>
        Inner<HttpRequestException>(fault) is { } http ? Http(http.StatusCode)
        : Inner<Win32Exception>(fault) is not null ? "could not be started: its command was not found or may not be run"
        : Inner<ClientTransportClosedException>(fault) is { Details: StdioClientCompletionDetails { ExitCode: { } code } } ? $"ended with exit code {code}"
        : fault is TimeoutException or OperationCanceledException || Inner<TimeoutException>(fault) is not null ? $"did not answer within {Seconds(timeout)} s"
        : Inner<ClientTransportClosedException>(fault) is not null || fault is IOException ? "broke the connection"
        : "answered with a fault, or with something that is not the protocol";

    private static string Http(HttpStatusCode? status) => status switch
    {
        null => "is out of reach",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"refuses the credentials of its headers ({(int)status})",
        _ => $"answered with HTTP status {(int)status}",
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static T? Inner<T>(Exception? fault)
        where T : Exception => fault is null ? null : fault as T ?? Inner<T>(fault.InnerException);
}
