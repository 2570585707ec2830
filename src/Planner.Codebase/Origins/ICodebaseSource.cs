using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.Origins;

/// <summary>Where a code base comes from.</summary>
internal interface ICodebaseSource
{
    /// <summary>Tells it apart from others, also after a new start.</summary>
    string Key { get; }

    /// <summary>Makes the newest content readable, as one folder that does not change while it is open.</summary>
    /// <exception cref="CodebaseUnreadableException">It cannot be read; trying again does not help.</exception>
    /// <exception cref="CodebaseUnavailableException">It cannot be fetched, and there is no earlier copy.</exception>
    Task<OpenedCodebase> Open(CancellationToken cancellation);
}
