using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Planner.Cli.Planning;
using Planner.Codebase;
using Planner.Codebase.Snapshots;
using Planner.Core.Grounding.Snapshots;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;
using Planner.Integrations.Artifacts;
using Planner.Integrations.Snapshots;

namespace Planner.Cli.Packing;

/// <summary><c>planner snapshot</c>: packs a code base for a host that has neither its folder nor git.</summary>
internal static class SnapshotCommand
{
    private static readonly Option<string[]> Codebase = Text("--codebase", "The folder of the code base (default: the current one).");
    private static readonly Option<string[]> To = Text("--to", "A file that ends in .tar.gz, or blob:NAME for the artifact container (Artifacts__...).");
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON document on standard output." };

    public static Command Create(Func<IConfiguration> settings)
    {
        const string does = "Packs a code base with its history and owners, without secrets, for Codebases__NAME__Archive of a server.";
        var command = new Command("snapshot", does) { Codebase, To, Json };
        command.SetAction((parsed, cancellation) => Run(parsed, settings, cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, Func<IConfiguration> settings, CancellationToken cancellation)
    {
        var codebase = Folders.Codebase(parsed.GetValue(Codebase)?.LastOrDefault() ?? ".");
        var to = parsed.GetValue(To)?.LastOrDefault()
            ?? throw new UsageException("--to is missing: give a file that ends in .tar.gz, or blob:NAME for the artifact container.");
        var report = await SnapshotPublisher.To(to, Container(to, settings)).Publish(codebase, new CodebaseOptions(), cancellation);
        if (parsed.GetValue(Json))
        {
            Console.Out.Write(PlanJson.Artifact(report));
        }
        else
        {
            Lines(report).ToList().ForEach(line => Console.Out.WriteLine(Terminal.Clean(Redaction.Of(line))));
        }

        return ExitCodes.Planned;
    }

    // Whatever is wrong with the section is told by who opens the store.
    private static BlobSnapshots? Container(string to, Func<IConfiguration> settings)
    {
        if (SnapshotName.InContainer(to) is null)
        {
            return null;
        }

        var configuration = settings();
        ArtifactStores.Open(configuration, Path.GetTempPath());
        return BlobSnapshots.Of(configuration);
    }

    private static IEnumerable<string> Lines(SnapshotReport report) =>
    [
        $"Packed {Count(report.Files, "file")} of {report.Bytes} bytes and {Count(report.Commits, "commit")}{At(report.Commit)}.",
        .. Out(report.LeftOut),
        .. report.Limitations,
        $"Wrote {report.Place}: {report.ArchiveBytes} bytes, sha256 {report.Sha256}",
    ];

    private static string At(string? commit) => commit is null ? "" : $", at {commit}";

    private static IEnumerable<string> Out(LeftOutFiles files) => files.Secret + files.Large + files.Binary == 0
        ? []
        : [$"By path only: {Count(files.Secret, "file")} with secrets by name, {files.Large} too large, {files.Binary} not text."];

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    // Of a repeated option the last wins, so each takes any number.
    private static Option<string[]> Text(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = false };
}
