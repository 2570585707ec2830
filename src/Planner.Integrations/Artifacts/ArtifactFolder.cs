using Planner.Core.Artifacts;

namespace Planner.Integrations.Artifacts;

/// <summary>Where everything of one ticket lies. No part of a path below the root may be a link.</summary>
internal sealed class ArtifactFolder
{
    private readonly string root;
    private readonly string ticket;

    public ArtifactFolder(string root, string ticket)
    {
        this.root = root;
        this.ticket = Path.Combine(root, ArtifactPath.OfTicket(ticket));
    }

    public string Self => NoLink(ticket);

    public string Lock => NoLink(Path.Combine(ticket, ".lock"));

    public string Latest => NoLink(Path.Combine(ticket, "latest.json"));

    /// <summary>One file for each reserved number, named by it, holding the run's id.</summary>
    public string Reservations => NoLink(Path.Combine(ticket, ".versions"));

    public string Version(int version) => NoLink(Path.Combine(ticket, Name(version)));

    public string VersionFile(int version, string path) => NoLink(Path.Combine(ticket, Name(version), ArtifactPath.OfFile(path)));

    /// <summary>Where a version grows until it is published.</summary>
    public string Staging(int version) => NoLink(Path.Combine(ticket, ".staging", Name(version)));

    public string StagedFile(int version, string path) => NoLink(Path.Combine(ticket, ".staging", Name(version), ArtifactPath.OfFile(path)));

    /// <summary>Temporary files lie beside the staging folder, never in it: a leftover must not become part of a version.</summary>
    public string StagingLeftovers(int version) => NoLink(Path.Combine(ticket, ".staging", Name(version) + ".tmp"));

    /// <summary>All that a run works with.</summary>
    public string Run(string runId) => NoLink(Path.Combine(ticket, ".runs", ArtifactPath.OfRun(runId)));

    public string Content(string runId, string sha256) => NoLink(Path.Combine(ticket, ".runs", ArtifactPath.OfRun(runId), sha256));

    public string Note(string runId, string name) => NoLink(Path.Combine(ticket, ".runs", ArtifactPath.OfRun(runId), "notes", name));

    public string RunLeftovers(string runId) => NoLink(Path.Combine(ticket, ".runs", ArtifactPath.OfRun(runId), ".tmp"));

    private static string Name(int version) =>
        version >= 1 ? $"v{version}" : throw new ArtifactPathException($"{version} is no version; the first is 1.");

    private string NoLink(string path) => NoLink(root, path);

    /// <summary>The path itself, unless something on the way from the root is a link.</summary>
    /// <exception cref="ArtifactPathException">Something is.</exception>
    public static string NoLink(string root, string path)
    {
        for (var part = path; part.Length > root.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part) is { LinkTarget: not null })
            {
                throw new ArtifactPathException($"'{part}' is a link; the store does not follow links. Remove it.");
            }
        }

        return path;
    }
}
