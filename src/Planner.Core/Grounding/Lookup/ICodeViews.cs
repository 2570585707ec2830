using Planner.Core.Grounding.Facts;

namespace Planner.Core.Grounding.Lookup;

/// <summary>Opens code bases to look into.</summary>
public interface ICodeViews
{
    /// <summary>The files of a code base.</summary>
    /// <param name="codebase">Its name or path, as a run has it.</param>
    /// <param name="commit">The commit that was scanned, or null. A folder of somebody else is taken as it is now.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    /// <exception cref="CodebaseUnreadableException">There is no such code base or commit, or its root cannot be read.</exception>
    Task<ICodeView> Open(string codebase, string? commit, CancellationToken cancellation);
}

/// <summary>
/// Files of a code base: those that a scan sees, without what is ignored, binary, too large or a link that leads outside. Texts are
/// data, whatever they say.
/// </summary>
public interface ICodeView : IDisposable
{
    /// <summary>All paths from the root, with forward slashes, sorted.</summary>
    IReadOnlyList<string> Paths { get; }

    /// <summary>The text of a file; null where it is none of <see cref="Paths"/> or cannot be read as text.</summary>
    Task<string?> Read(string path, CancellationToken cancellation);

    /// <summary>Lines that hold a text, in the order of paths and lines.</summary>
    /// <param name="text">Searched for literally, whatever the case. Not empty.</param>
    /// <param name="isSearched">Which paths are looked into.</param>
    /// <param name="most">At most so many lines. 1 or more.</param>
    /// <param name="cancellation">Fires when the host stops.</param>
    Task<IReadOnlyList<CodeLine>> Search(string text, Func<string, bool> isSearched, int most, CancellationToken cancellation);

    /// <summary>The latest commits that changed a path, newest first; empty without a history.</summary>
    Task<IReadOnlyList<CommitFact>> Log(string path, int most, CancellationToken cancellation);
}

/// <summary>A line of a file, from 1.</summary>
public sealed record CodeLine(string Path, int Number, string Text);
