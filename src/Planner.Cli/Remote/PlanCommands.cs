using System.CommandLine;
using System.Security.Cryptography;
using Planner.Api.Artifacts;
using Planner.Api.Progress;
using Planner.Core.Artifacts;
using Planner.Core.Opinions;

namespace Planner.Cli.Remote;

/// <summary><c>artifacts</c> and <c>tasks</c>: what a run wrote.</summary>
internal static class PlanCommands
{
    private static readonly Option<string> Download =
        new("--download") { Description = "The folder to save all files to; files of the same name are replaced." };

    public static IEnumerable<Command> Create() =>
    [
        RemoteCommand.Create("artifacts", "Lists the files of a run, or saves them.", [RemoteCommand.Run, Download, RemoteCommand.Json], Artifacts),
        RemoteCommand.Create("tasks", "Shows tasks, wave by wave, and how far they are.", [RemoteCommand.Run, RemoteCommand.Json], Tasks),
    ];

    private static async Task Artifacts(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var id = parsed.GetValue(RemoteCommand.Run)!;
        var list = await server.Get<ArtifactListView>(ServerClient.Run(id, "/artifacts"), cancellation);
        if (parsed.GetValue(Download) is { } folder)
        {
            await Save(server, list, folder, cancellation);
        }

        RemoteCommand.Print(parsed, list, l => l.Version is null
            ? [$"{l.RunId} has written no version yet."]
            : [
                $"{l.Ticket} v{l.Version}, {l.Items.Count} files{(parsed.GetValue(Download) is { } saved ? $" in {saved}" : "")}",
                .. l.Items.Select(i => $"  {i.Path,-36} {i.Bytes,8} bytes"),
            ]);
    }

    private static async Task Save(ServerClient server, ArtifactListView list, string folder, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(folder);
        foreach (var item in list.Items)
        {
            // The server's word alone leads nowhere outside the folder.
            if (!ArtifactPath.IsFile(item.Path))
            {
                throw new RemoteException(
                    $"The server names a file '{Terminal.Clean(item.Path)}', which could lie outside the folder. Nothing of it was saved.");
            }

            var bytes = await server.Download(
                ServerClient.Run(list.RunId, $"/artifacts/{string.Join('/', item.Path.Split('/').Select(Uri.EscapeDataString))}"),
                cancellation);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != item.Sha256)
            {
                throw new RemoteException($"{item.Path} did not arrive as it was listed. Give the same command again.");
            }

            var path = Path.Combine(root, item.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes, cancellation);
        }
    }

    private static async Task Tasks(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var plan = await server.Get<TaskListView>(ServerClient.Run(parsed.GetValue(RemoteCommand.Run)!, "/tasks"), cancellation);
        RemoteCommand.Print(parsed, plan, p => p.Version is null ? [$"{p.RunId} has written no version yet."] : p.Waves.SelectMany(w => Wave(p, w)));
    }

    private static IEnumerable<string> Wave(TaskListView plan, WaveView wave) =>
    [
        $"Wave {wave.Number}: {wave.Done} of {wave.Tasks.Count} done",
        .. plan.Tasks.Where(t => wave.Tasks.Contains(t.Id)).Select(t => $"  {Mark(t.Status)} {t.Id} {t.Title} ({t.Size}, {t.Owner})"),
    ];

    private static string Mark(TaskProgress status) => status switch
    {
        TaskProgress.Todo => "[ ]",
        TaskProgress.Doing => "[~]",
        TaskProgress.Done => "[x]",
        TaskProgress.Blocked => "[!]",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
