using Planner.Durability;

namespace Planner.Core.Artifacts;

/// <summary>A content is not in the store, or its bytes no longer match its hash; or a version without manifest was to be published.</summary>
public sealed class ArtifactMissingException(string message) : StepException(message, retryHelps: false);

/// <summary>A version's file would change.</summary>
public sealed class ArtifactConflictException(string message) : StepException(message, retryHelps: false);

/// <summary>A ticket key, run id or path that would leave the store, or that some store could not keep.</summary>
public sealed class ArtifactPathException(string message) : StepException(message, retryHelps: false);

/// <summary>The store cannot be read or written: no space, no permission, no folder. The message is one line that says how to go on.</summary>
public sealed class ArtifactStoreUnavailableException(string message, bool retryHelps, Exception? inner = null)
    : StepException(message, retryHelps, inner);

/// <summary>A manifest, the files of its version and the comment on the ticket do not agree.</summary>
public sealed class ManifestMismatchException(string message) : StepException(message, retryHelps: false);
