using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Planner.Codebase.Tests.Database;

/// <summary>
/// A PostgreSQL of the tests' own on 127.0.0.1, in a scratch folder, stopped by its process id. Tests are skipped where
/// no PostgreSQL is installed.
/// </summary>
public sealed class ScratchPostgres : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"planner-pg-{Guid.NewGuid():n}");
    private readonly int port = FreePort();
    private Process? server;

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=planner;Password=none;Database=postgres";

    public static string? Binaries { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).LastOrDefault(d => File.Exists(Path.Combine(d, "postgres")))
        : null;

    public async ValueTask InitializeAsync()
    {
        if (Binaries is null)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        await Run("chown", "postgres", folder);
        await Run(AsPostgres("initdb"), "-D", Path.Combine(folder, "data"), "-U", "planner", "--auth=trust", "--no-sync");
        server = Process.Start(Command(AsPostgres("postgres"), "-D", Path.Combine(folder, "data"), "-h", "127.0.0.1", "-p", $"{port}", "-k", folder))!;
        await UntilReady();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }

        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task UntilReady()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await Execute("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    // PostgreSQL refuses to run as root.
    private static string[] AsPostgres(string tool) =>
        Environment.UserName == "root"
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(Binaries!, tool)]
            : [Path.Combine(Binaries!, tool)];

    private static Task Run(string tool, params string[] arguments) => Run([tool], arguments);

    private static async Task Run(string[] tool, params string[] arguments)
    {
        using var process = Process.Start(Command(tool, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 && tool[^1] != "chown")
        {
            throw new InvalidOperationException($"{tool[^1]} failed: {error} {await output}");
        }
    }

    private static ProcessStartInfo Command(string[] tool, params string[] arguments) =>
        new(tool[0], [.. tool.Skip(1), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
