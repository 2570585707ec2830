namespace Planner.Core.Review;

/// <summary>What the gates ask for.</summary>
public sealed record ReviewOptions
{
    /// <summary>Below this a specialist's confidence fails the gate; 1 to 10, 8 by default.</summary>
    public int ConfidenceThreshold { get; init; } = 8;
}
