namespace Planner.Core.Grounding.Facts;

/// <summary>Something a specialist could not know.</summary>
/// <param name="Subject">The name or phrase it is about.</param>
/// <param name="Text">What is missing, in a sentence.</param>
/// <param name="Criterion">The criterion that suffers, or null.</param>
public sealed record Gap(string Subject, string Text, string? Criterion = null);
