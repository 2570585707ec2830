using Planner.Durability;

namespace Planner.Core.Grounding.Facts;

/// <summary>Reads a code base. It never follows a link out of the root and runs nothing of what it reads.</summary>
public interface ICodebaseReader
{
    /// <summary>Reads the code base of that name or path.</summary>
    /// <exception cref="CodebaseUnreadableException">There is no such code base, or its root cannot be read.</exception>
    Task<CodebaseIndex> Read(string codebase, CancellationToken cancellation);
}

/// <summary>The code base is not there or cannot be read; the message is one line that says how to mend it.</summary>
public sealed class CodebaseUnreadableException(string message) : StepException(message, retryHelps: false);
