using System.Text.Json;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Changes;

/// <summary>What a version of a plan says, as its typed files hold it.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Tasks">Tasks, tests and criteria.</param>
/// <param name="Decisions">Decisions.</param>
/// <param name="Confidence">How sure the panel was.</param>
/// <param name="Risks">Risks.</param>
/// <param name="Questions">Questions.</param>
/// <param name="Grounding">The commit and the files it rests on.</param>
internal sealed record PlanRecords(
    int Version, TasksFile Tasks, DecisionLogFile Decisions, ConfidenceFile Confidence, RisksFile Risks, QuestionsFile Questions, GroundingFile Grounding)
{
    /// <summary>The files that a version must have to be compared.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [TasksFile.Path, DecisionLogFile.Path, ConfidenceFile.Path, RisksFile.Path, QuestionsFile.Path, GroundingFile.Path];

    /// <summary>What a plan that is about to be written says.</summary>
    public static PlanRecords Of(int version, Plan plan) => new(
        version, TasksFile.Of(plan), DecisionLogFile.Of(plan), ConfidenceFile.Of(plan), new RisksFile(plan.Risks), QuestionsFile.Of(plan),
        GroundingFile.Of(plan));

    /// <summary>What a written version says; null where a file is missing or is not of this shape.</summary>
    public static PlanRecords? Read(int version, IReadOnlyDictionary<string, string> files)
    {
        try
        {
            return Paths.All(files.ContainsKey)
                ? new(
                    version,
                    PlanJson.Read<TasksFile>(files[TasksFile.Path]),
                    PlanJson.Read<DecisionLogFile>(files[DecisionLogFile.Path]),
                    PlanJson.Read<ConfidenceFile>(files[ConfidenceFile.Path]),
                    PlanJson.Read<RisksFile>(files[RisksFile.Path]),
                    PlanJson.Read<QuestionsFile>(files[QuestionsFile.Path]),
                    PlanJson.Read<GroundingFile>(files[GroundingFile.Path]))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
