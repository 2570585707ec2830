using Planner.Core.Artifacts;
using Planner.Core.Opinions;
using Planner.Core.Plans;

namespace Planner.Core.Review.Reports;

/// <summary>One of the checks Q1 to Q16. Every class that implements it in this assembly takes part.</summary>
public interface ICheck
{
    /// <summary>Like <c>Q1</c>.</summary>
    string Id { get; }

    /// <summary>Looks at the plan and its rendered artifacts.</summary>
    CheckResult Run(Plan plan, ArtifactSet artifacts);
}

/// <summary>Passed, failed, or not run.</summary>
public enum CheckStatus
{
    /// <summary>It ran and found no error.</summary>
    Passed,

    /// <summary>It found an error.</summary>
    Failed,

    /// <summary>It could not run; never counts as passed.</summary>
    NotRun,
}

/// <summary>What a check found; <paramref name="Reason"/> says why it did not run, or gives its figures.</summary>
public sealed record CheckResult(CheckStatus Status, string Reason, IReadOnlyList<Finding> Findings);
