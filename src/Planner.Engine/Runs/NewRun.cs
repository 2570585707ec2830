using Planner.Durability;

namespace Planner.Engine.Runs;

/// <summary>The row of a run that starts.</summary>
internal static class NewRun
{
    public static RunInfo Of(string id, WorkflowEntry workflow, string input, DateTimeOffset now) => new()
    {
        InstanceId = id,
        Workflow = workflow.Name,
        StoryVersion = workflow.StoryVersion,
        Status = RunStatus.Running,
        CreatedAt = now,
        UpdatedAt = now,
        Input = input,
    };
}
