using System.Text.Json.Serialization;

namespace Planner.Core.Opinions;

/// <summary>What a test of an endpoint or of a migration shows; one test may show several.</summary>
[Flags]
public enum TestAspects
{
    /// <summary>It is a test of neither, or nobody said.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>The answer when all is well.</summary>
    [JsonStringEnumMemberName("success")]
    Success = 1,

    /// <summary>That callers who may not are turned away.</summary>
    [JsonStringEnumMemberName("refusal")]
    Refusal = 2,

    /// <summary>The answer to a request that cannot be served.</summary>
    [JsonStringEnumMemberName("error")]
    Error = 4,

    /// <summary>That a migration applies to the present schema.</summary>
    [JsonStringEnumMemberName("apply")]
    Apply = 8,

    /// <summary>That rolling a migration back leaves the schema as it was.</summary>
    [JsonStringEnumMemberName("rollback")]
    Rollback = 16,
}
