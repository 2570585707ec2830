namespace Planner.Core.LanguageModels;

/// <summary>All that a model is sent. Two requests of the same content are one: the answer to the first is the answer to both.</summary>
public sealed record ModelRequest
{
    /// <summary>How strong a model is asked.</summary>
    public required ModelTier Tier { get; init; }

    /// <summary>What was said so far: what is common to many requests first, so that the service can serve it from its cache.</summary>
    public required IReadOnlyList<ModelMessage> Messages { get; init; }

    /// <summary>What the model may ask for. They are sent even when no further call is allowed, since they are part of the cached prefix.</summary>
    public IReadOnlyList<ModelTool> Tools { get; init; } = [];

    /// <summary>False where the model must answer now, without another look.</summary>
    public bool MayCallTools { get; init; } = true;

    /// <summary>The shape of the answer, or null for plain text.</summary>
    public AnswerSchema? Schema { get; init; }

    /// <summary>The most tokens of the answer, those of reasoning too. 1 or more. Services count it against their quota.</summary>
    public required int MaxOutputTokens { get; init; }

    /// <summary>Requests of one key share a prefix; tells the service where to look for it. Null: none is told.</summary>
    public string? CacheKey { get; init; }
}

/// <summary>A strict JSON schema: every property required, no others allowed, bounds left to code.</summary>
/// <param name="Name">Letters, digits, <c>_</c> and <c>-</c>, at most 64.</param>
/// <param name="Json">The schema as JSON; its root is an object.</param>
public sealed record AnswerSchema(string Name, string Json);

/// <summary>Something that a model may ask for. It reads; it changes nothing.</summary>
/// <param name="Name">Letters, digits, <c>_</c> and <c>-</c>, at most 64.</param>
/// <param name="Description">What it gives, for the model.</param>
/// <param name="Parameters">A strict JSON schema of its arguments.</param>
public sealed record ModelTool(string Name, string Description, string Parameters);
