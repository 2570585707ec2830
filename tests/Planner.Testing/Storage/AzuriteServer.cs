using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Planner.Testing.Storage;

/// <summary>
/// A storage account of the tests' own: npm's azurite on 127.0.0.1, its blobs, queues and tables on ports that it finds itself, in a
/// scratch folder. It ends when this process does, however that ends.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    // Azurite's well-known development account; it opens nothing but Azurite.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly string[] Services = ["Blob", "Queue", "Table"];
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("planner-azurite-").FullName;
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private readonly StringBuilder said = new();
    private readonly Process process;

    private AzuriteServer(string program)
    {
        // Standard input closes with this process, and with it the service.
        var leave = Path.Combine(folder, "leave.cjs");
        File.WriteAllText(leave, "process.stdin.on('end', () => process.exit(0)).resume();\n");
        string[] arguments =
        [
            "--require", leave, program, "--location", Path.Combine(folder, "data"), "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            .. Services.SelectMany(s => new[] { $"--{s.ToLowerInvariant()}Host", "127.0.0.1", $"--{s.ToLowerInvariant()}Port", "0" }),
        ];
        process = new Process
        {
            StartInfo = new ProcessStartInfo(
                "node",
                arguments)
            { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"azurite ended: {said}"));
    }

    /// <summary>Where azurite lies, or null where npm's <c>azurite</c> is not on the path.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(Places)
        .FirstOrDefault(File.Exists);

    /// <summary>Opens the account.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts an account, within a minute.</summary>
    public static async Task<AzuriteServer> Start()
    {
        var server = new AzuriteServer(Program ?? throw new InvalidOperationException("azurite is not on the path."));
        try
        {
            server.Run();
            await server.listening.Task.WaitAsync(StartTime);
            server.ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
                + string.Concat(Services.Select(s => $"{s}Endpoint={server.addresses[s]}/{Account};"));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the account and removes its data.</summary>
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
            if (Listening().Match(line ?? "") is { Success: true } match)
            {
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }

            if (addresses.Count == Services.Length)
            {
                listening.TrySetResult();
            }
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>\S+)", RegexOptions.NonBacktracking)]
    private static partial Regex Listening();

    /// <summary>Beside a link of npm's, or in the folder of packages that belongs to a folder of commands.</summary>
    private static IEnumerable<string> Places(string commands)
    {
        const string program = "azurite/dist/src/azurite.js";
        return [
            Path.Combine(commands, "..", program),
            Path.Combine(commands, "node_modules", program),
            Path.Combine(commands, "..", "lib", "node_modules", program),
        ];
    }
}
