namespace Planner.Durability;

/// <summary>Small notes that an adapter keeps beside its runs, by place and name: each is written once and stands until it is removed.</summary>
public interface IMarks
{
    /// <summary>Writes a mark unless it is there; durable when this returns.</summary>
    /// <returns>True for the one caller that wrote it.</returns>
    Task<bool> TrySet(string place, string name, string text, CancellationToken cancellation = default);

    /// <summary>The text of a mark, or null.</summary>
    Task<string?> Find(string place, string name, CancellationToken cancellation = default);

    /// <summary>Names of a place's marks, ordinal; empty where there are none. Reads no text.</summary>
    Task<IReadOnlyList<string>> Names(string place, CancellationToken cancellation = default);

    /// <summary>Removes a mark, or, without a name, the whole place; what is not there is no fault.</summary>
    Task Remove(string place, string? name = null, CancellationToken cancellation = default);
}
