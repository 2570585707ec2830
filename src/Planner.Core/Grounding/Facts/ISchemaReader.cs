using Planner.Durability;

namespace Planner.Core.Grounding.Facts;

/// <summary>Reads tables of a live database; it only reads, and never data.</summary>
public interface ISchemaReader
{
    /// <summary>All tables and views outside the system's schemas, sorted by name.</summary>
    /// <exception cref="DatabaseUnreadableException">It cannot be reached or read.</exception>
    Task<IReadOnlyList<TableFact>> Read(CancellationToken cancellation);
}

/// <summary>The database cannot be read; the message names no host, user or password.</summary>
public sealed class DatabaseUnreadableException(string message, bool retryHelps, Exception? inner = null)
    : StepException(message, retryHelps, inner);
