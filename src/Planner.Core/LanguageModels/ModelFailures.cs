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

/// <summary>
/// A limit of the budget leaves no room for a call, which was not made. Waiting does not help this run; the rules think in the model's
/// place.
/// </summary>
/// <param name="limit">The limit in words, like <c>the budget of 2 US dollars for a run</c>.</param>
/// <param name="model">The model's kind.</param>
/// <param name="deployment">The deployment that was to be called.</param>
/// <param name="paid">What the calls before it in the same talk took.</param>
public sealed class ModelBudgetException(string limit, string model, string deployment, IReadOnlyList<LedgerEntry> paid)
    : StepException($"The model is not asked: {limit} leaves no room for another call.", retryHelps: false)
{
    /// <summary>The limit in words.</summary>
    public string Limit { get; } = limit;

    /// <summary>The model's kind.</summary>
    public string Model { get; } = model;

    /// <summary>The deployment that was to be called.</summary>
    public string Deployment { get; } = deployment;

    /// <summary>What the calls before it in the same talk took.</summary>
    public IReadOnlyList<LedgerEntry> Paid { get; } = paid;

    /// <summary>The same, after calls that were paid.</summary>
    public ModelBudgetException After(IReadOnlyList<LedgerEntry> before) => new(Limit, Model, Deployment, [.. before, .. Paid]);
}

/// <summary>
/// A model answered, was paid, and nothing can be made of what it said: it refused, was filtered, cut off or wrote something else. The
/// same question gives the same; the rules think in its place.
/// </summary>
/// <param name="message">What came back, in one line.</param>
/// <param name="answer">The answer.</param>
/// <param name="paid">What all calls up to it took.</param>
public sealed class ModelAnswerException(string message, ModelAnswer answer, IReadOnlyList<LedgerEntry> paid) : StepException(message, retryHelps: false)
{
    /// <summary>What came back.</summary>
    public ModelAnswer Answer { get; } = answer;

    /// <summary>What all calls up to it took.</summary>
    public IReadOnlyList<LedgerEntry> Paid { get; } = paid;
}
