namespace Planner.Api.Artifacts;

/// <summary>The files that a run wrote.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="Version">Null while the run has written none; then there are no items.</param>
/// <param name="Items">By path.</param>
public sealed record ArtifactListView(string RunId, string Ticket, int? Version, IReadOnlyList<ArtifactView> Items);

/// <summary>A file.</summary>
public sealed record ArtifactView(string Path, string Sha256, long Bytes, string ContentType, string Href);
