namespace Planner.Core.Grounding.Snapshots;

/// <summary>A store that can hold snapshots of code bases beside plans.</summary>
public interface ISnapshotPlaces
{
    /// <summary>The place of a snapshot; nothing is called yet.</summary>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="largest">Bytes of an archive beyond which it is not fetched.</param>
    ISnapshotPlace Place(string name, long largest);
}
