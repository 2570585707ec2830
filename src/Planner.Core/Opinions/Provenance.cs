using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>Who thought.</summary>
public enum ProvenanceKind
{
    /// <summary>The rules alone.</summary>
    [JsonStringEnumMemberName("rules")]
    Rules,

    /// <summary>A model, from the facts that the rules gave it.</summary>
    [JsonStringEnumMemberName("model")]
    Model,

    /// <summary>The rules, because the model that was asked for was out of reach, gave nothing that can be used, or would have cost too much.</summary>
    [JsonStringEnumMemberName("rulesInsteadOfModel")]
    RulesInsteadOfModel,
}

/// <summary>Where an opinion comes from. An opinion that was stored without it comes from the rules.</summary>
/// <param name="Kind">Who thought.</param>
/// <param name="Model">The model's name, of the one that was out of reach too; null for rules alone.</param>
/// <param name="Deployment">The deployment that was called; null for rules alone.</param>
public sealed record Provenance(ProvenanceKind Kind, string? Model = null, string? Deployment = null)
{
    /// <summary>Why the rules thought instead of a model; null where it was out of reach, or where they were not to stand in.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>
    /// The limit of the budget, in words, that left no room for a call: then the rules thought instead of the model, or what a model
    /// said was not put right by it. Null where none did.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Budget { get; init; }

    /// <summary>The rules alone.</summary>
    public static Provenance Rules { get; } = new(ProvenanceKind.Rules);
}
