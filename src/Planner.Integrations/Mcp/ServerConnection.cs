using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Planner.Integrations.Mcp.Settings;

namespace Planner.Integrations.Mcp;

/// <summary>
/// The one connection to a server, for all runs of the host: opened when it is first needed, and again when it broke. A program that
/// ends by itself is started once more, and then left alone for ten minutes.
/// </summary>
internal sealed class ServerConnection(McpServer server, TimeSpan timeout, TimeProvider time) : IAsyncDisposable
{
    private const int MostStarts = 2;
    private const string Version = "1";

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim gate = new(1, 1);
    private McpClient? client;
    private int starts;
    private long started;
    private bool disposed;

    /// <summary>Its name in the configuration file.</summary>
    public string Name => server.Name;

    /// <summary>Asks something; a second time where the connection is gone, since all that is asked only reads.</summary>
    public async Task<T> Ask<T>(Func<McpClient, CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        McpClient? used = null;
        try
        {
            used = await Open(cancellation);
            return await Asked(used, ask, cancellation);
        }
        catch (Exception fault) when (ServerFaults.IsGone(fault) && MayStart())
        {
            await Leave(used, cancellation);
            return await Asked(await Open(cancellation), ask, cancellation);
        }
    }

    private async Task<T> Asked<T>(McpClient open, Func<McpClient, CancellationToken, Task<T>> ask, CancellationToken cancellation)
    {
        using var limit = Limit(cancellation);
        return await ask(open, limit.Token).WaitAsync(limit.Token);
    }

    /// <summary>Whoever meets a broken connection may know of it before the client does.</summary>
    private async Task Leave(McpClient? broken, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (broken is not null && ReferenceEquals(broken, client))
            {
                await Close();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<McpClient> Open(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (client is { Completion.IsCompleted: false })
            {
                return client;
            }

            await Close();
            Count();
            using var limit = Limit(cancellation);
            return client = await McpClient.CreateAsync(ServerTransport.Of(server, timeout), Options(), null, limit.Token);
        }
        finally
        {
            gate.Release();
        }
    }

    private void Count()
    {
        if (!MayStart())
        {
            throw new IOException("It ended twice and is not started again for a while.");
        }

        (starts, started) = (IsRested() ? 1 : starts + 1, time.GetTimestamp());
    }

    private bool MayStart() => server is not McpProgram || starts < MostStarts || IsRested();

    private bool IsRested() => starts == 0 || time.GetElapsedTime(started) >= Rest;

    // Nothing is offered to the server: no sampling, no folders, no questions to people.
    private McpClientOptions Options() => new()
    {
        ClientInfo = new Implementation { Name = "planner", Version = Version },
        InitializationTimeout = timeout,
    };

    private CancellationTokenSource Limit(CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        return limit;
    }

    private async Task Close()
    {
        if (client is { } old)
        {
            client = null;
            await old.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        try
        {
            disposed = true;
            await Close();
        }
        finally
        {
            gate.Release();
        }
    }
}
