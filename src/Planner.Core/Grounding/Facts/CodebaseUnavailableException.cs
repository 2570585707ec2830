using Planner.Durability;

namespace Planner.Core.Grounding.Facts;

/// <summary>A code base cannot be fetched now, and there is no earlier copy. The message is one line that says how to go on.</summary>
public sealed class CodebaseUnavailableException(string message, bool retryHelps, Exception? inner = null) : StepException(message, retryHelps, inner);
