using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>The work under the ids of the plan.</summary>
internal sealed record NumberedWork(IReadOnlyList<PlanTask> Tasks, IReadOnlyList<PlanTest> Tests, IReadOnlyList<Risk> Risks, IReadOnlyList<Opinion> Opinions);
