using System.Globalization;
using Planner.Core.Artifacts;

namespace Planner.Integrations.Artifacts.Blobs;

/// <summary>Names of everything of one ticket: the same paths that the file store has, so that one can be copied into the other.</summary>
internal sealed class TicketBlobs(string ticket)
{
    /// <summary>The ticket's folder; ends in a slash.</summary>
    public string Self { get; } = ArtifactPath.OfTicket(ticket) + "/";

    public string Latest => Self + "latest.json";

    /// <summary>One blob for each reserved number, named by it, holding the run's id.</summary>
    public string Reservations => Self + ".versions/";

    public string Reservation(int version) => Reservations + Name(version);

    public string Version(int version) => $"{Self}{Name(version)}/";

    public string VersionFile(int version, string path) => Version(version) + ArtifactPath.OfFile(path);

    public string Manifest(int version) => Version(version) + "manifest.json";

    /// <summary>All that a run works with; ends in a slash.</summary>
    public string Run(string runId) => $"{Self}.runs/{ArtifactPath.OfRun(runId)}/";

    public string Content(string runId, string sha256) => Run(runId) + sha256;

    public string Note(string runId, string name) => $"{Run(runId)}notes/{name}";

    /// <summary>The number of a version's name, or null where it names none.</summary>
    public static int? Number(string name) =>
        name.StartsWith('v') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;

    private static string Name(int version) =>
        version >= 1 ? $"v{version}" : throw new ArtifactPathException($"{version} is no version; the first is 1.");
}
