using System.Text.Json.Serialization;

namespace Planner.Core.Review.Audits;

/// <summary>What is wrong with a part of a plan; findings have it in their code, like <c>A1.missing</c>.</summary>
public enum AuditFault
{
    /// <summary>Two parts of the plan, or the plan and the ticket, cannot both hold.</summary>
    [JsonStringEnumMemberName("contradiction")]
    Contradiction,

    /// <summary>The same work is planned twice.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>Work that the ticket or the code demands, and no task does.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>It would not work in this code.</summary>
    [JsonStringEnumMemberName("wrong")]
    Wrong,

    /// <summary>A task uses what a later one makes.</summary>
    [JsonStringEnumMemberName("unordered")]
    Unordered,

    /// <summary>Nothing asks for it.</summary>
    [JsonStringEnumMemberName("excess")]
    Excess,

    /// <summary>Somebody is surer than the evidence allows.</summary>
    [JsonStringEnumMemberName("unfounded")]
    Unfounded,
}

/// <summary>What came of looking at something.</summary>
public enum AuditResult
{
    /// <summary>It is right.</summary>
    [JsonStringEnumMemberName("holds")]
    Holds,

    /// <summary>It is not; a finding says why.</summary>
    [JsonStringEnumMemberName("fails")]
    Fails,

    /// <summary>It cannot be told.</summary>
    [JsonStringEnumMemberName("unclear")]
    Unclear,
}
