using Planner.Durability;

namespace Planner.Core.Artifacts.Spending;

/// <summary>What was spent on a day cannot be read, so that no limit could be kept.</summary>
/// <param name="path">The document in the store.</param>
/// <param name="inner">What was thrown.</param>
public sealed class SpendingUnreadableException(string path, Exception? inner = null)
    : StepException($"{path} in the store of plans is no record of what was spent: mend it, or delete it to count that day anew.", retryHelps: false, inner);
