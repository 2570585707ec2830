using Planner.Engine.Runs;

namespace Planner.Engine.Steps;

/// <summary>One attempt of a step that may start.</summary>
internal sealed record StepJob(string RunId, int Execution, PendingStep Step, int Attempt);
