using System.Text.Json.Serialization;

namespace Planner.Specialists.Models.Replies;

/// <summary>What is wrong, as a model says it; what is missing has a list of its own.</summary>
internal enum FaultKind
{
    [JsonStringEnumMemberName("contradiction")]
    Contradiction,

    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    [JsonStringEnumMemberName("wrong")]
    Wrong,

    [JsonStringEnumMemberName("unordered")]
    Unordered,

    [JsonStringEnumMemberName("excess")]
    Excess,

    [JsonStringEnumMemberName("unfounded")]
    Unfounded,
}
