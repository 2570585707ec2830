using Planner.Durability;

namespace Planner.Core.LanguageModels;

/// <summary>
/// The model does not answer: it is down, out of reach or asks for peace. It is waited for as long as an outage of the ticket
/// tracker; then the rules think in its place, and the plan says so.
/// </summary>
/// <param name="message">One line, without secrets.</param>
/// <param name="model">The model's name.</param>
/// <param name="deployment">The deployment that was called, or null.</param>
/// <param name="inner">What was thrown.</param>
public sealed class ModelOutOfReachException(string message, string model, string? deployment = null, Exception? inner = null)
    : StepException(message, retryHelps: true, inner)
{
    /// <summary>The model's name.</summary>
    public string Model { get; } = model;

    /// <summary>The deployment that was called, or null.</summary>
    public string? Deployment { get; } = deployment;
}

/// <summary>The service refuses the request itself: a key, a deployment or a parameter is wrong. Waiting does not help; somebody must mend it.</summary>
/// <param name="message">One line that says what to mend, without secrets.</param>
/// <param name="inner">What was thrown.</param>
public sealed class ModelRequestException(string message, Exception? inner = null) : StepException(message, retryHelps: false, inner);
