using Planner.Durability;

namespace Planner.Core.Artifacts;

/// <summary>A content is not in the store, or its bytes no longer match its hash.</summary>
public sealed class ArtifactMissingException(string message) : StepException(message, retryHelps: false);

/// <summary>A version's file would change.</summary>
public sealed class ArtifactConflictException(string message) : StepException(message, retryHelps: false);

/// <summary>The store cannot be written: no space, no permission.</summary>
public sealed class ArtifactStoreUnavailableException(string message, bool retryHelps, Exception? inner = null)
    : StepException(message, retryHelps, inner);
