namespace Planner.Core.LanguageModels;

/// <summary>
/// A language model behind a service. It only completes: flow, tools and the judgement of what it says are code's. Patience with a
/// service that is slow or busy for a while is its own; what lasts longer is thrown.
/// </summary>
public interface ILanguageModel
{
    /// <summary>The name of its kind, as <c>--model</c> has it, like <c>openai</c>.</summary>
    string Kind { get; }

    /// <summary>The deployment that answers requests of a tier: what the ledger and provenance name.</summary>
    string Deployment(ModelTier tier);

    /// <summary>One answer to one request. Every answer that was paid is returned, however unusable; only what cost nothing is thrown.</summary>
    /// <exception cref="ModelOutOfReachException">The service is down, out of reach or asks for peace for longer than a call waits.</exception>
    /// <exception cref="ModelRequestException">The service refuses the request itself: credentials, deployment or parameters are wrong.</exception>
    Task<ModelAnswer> Complete(ModelRequest request, CancellationToken cancellation);
}

/// <summary>How strong a model a question needs, as definitions name it.</summary>
public enum ModelTier
{
    /// <summary>Small and quick.</summary>
    Fast,

    /// <summary>For most work.</summary>
    Standard,

    /// <summary>The strongest that is configured.</summary>
    Deep,

    /// <summary>For reading what others thought; another model sees what they did not.</summary>
    Audit,
}
