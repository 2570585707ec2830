using System.Diagnostics;
using System.Text;

namespace Planner.Testing.Storage;

/// <summary>
/// A blob service of the tests' own: npm's azurite on 127.0.0.1, on a port that it finds itself, in a scratch folder. It
/// ends when this process does, however that ends.
/// </summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    // Azurite's well-known development account; it opens nothing but Azurite.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private const string Listening = "listens on ";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("planner-azurite-").FullName;
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder said = new();
    private readonly Process process;

    private AzuriteServer(string program)
    {
        // Standard input closes with this process, and with it the service.
        var leave = Path.Combine(folder, "leave.cjs");
        File.WriteAllText(leave, "process.stdin.on('end', () => process.exit(0)).resume();\n");
        string[] arguments =
        [
            "--require", leave, program, "--blobHost", "127.0.0.1", "--blobPort", "0", "--location", Path.Combine(folder, "data"),
            "--silent", "--disableTelemetry", "--skipApiVersionCheck",
        ];
        process = new Process
        {
            StartInfo = new ProcessStartInfo("node", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"azurite ended: {said}"));
    }

    /// <summary>Where azurite's blob service lies, or null where npm's <c>azurite</c> is not on the path.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(Places)
        .FirstOrDefault(File.Exists);

    /// <summary>Opens the service's account.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts a service, within a minute.</summary>
    public static async Task<AzuriteServer> Start()
    {
        var server = new AzuriteServer(Program ?? throw new InvalidOperationException("azurite is not on the path."));
        try
        {
            server.Run();
            var url = await server.address.Task.WaitAsync(StartTime);
            server.ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={url}/{Account};";
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the service and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Run()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
            address.TrySetResult(line[(at + Listening.Length)..].Trim());
    }

    /// <summary>Beside a link of npm's, or in the folder of packages that belongs to a folder of commands.</summary>
    private static IEnumerable<string> Places(string commands)
    {
        const string program = "azurite/dist/src/blob/main.js";
        return [Path.Combine(commands, "..", program), Path.Combine(commands, "node_modules", program), Path.Combine(commands, "..", "lib", "node_modules", program)];
    }
}
