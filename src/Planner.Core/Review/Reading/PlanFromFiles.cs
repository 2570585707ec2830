using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Review.Reading;

/// <summary>The plan as its JSON files tell it: rendered again it gives the pages that agree with them. What no file tells is the plan's.</summary>
internal static class PlanFromFiles
{
    /// <summary>With the tasks, tests and waves of <c>tasks.json</c>.</summary>
    public static Plan With(Plan plan, TasksFile file) => plan with
    {
        Tasks = [.. file.Tasks.Select(Same<PlanTask>)],
        Tests = [.. file.Tests.Select(Same<PlanTest>)],
        Waves = [.. file.Waves.Select(Same<Wave>)],
        Total = TaskTotals.Hours(file),
    };

    /// <summary>With the questions of <c>questions.json</c>.</summary>
    public static Plan With(Plan plan, QuestionsFile file) => plan with { Questions = [.. file.Questions.Select(Same<Question>)] };

    /// <summary>With the decisions of <c>technical-decisions-log.json</c>; those that the plan does not have are left out.</summary>
    public static Plan With(Plan plan, DecisionLogFile log) => plan with
    {
        Decisions = [.. log.Decisions.SelectMany(e => plan.Decisions.Where(d => d.Decision.Id == e.Id).Take(1).Select(d => With(d, e)))],
    };

    private static SettledDecision With(SettledDecision known, DecisionEntry entry) => known with
    {
        Decision = known.Decision with
        {
            Category = entry.Category,
            Title = entry.Title,
            Context = entry.Context,
            Recommendation = entry.Recommendation,
            Impact = entry.Impact,
            Reversibility = entry.Reversibility,
            ReviewTrigger = entry.ReviewTrigger,
            DependsOn = entry.DependsOn,
            Options = [.. entry.Options.Select(o => With(known.Decision, o))],
        },
        Status = entry.Status,
        Option = entry.Option ?? known.Option,
        Rationale = entry.Rationale,
        DecidedBy = entry.DecidedBy ?? known.DecidedBy,
        Timestamp = IsoTime.Read(entry.Timestamp) ?? known.Timestamp,
        Deadline = IsoTime.Read(entry.Deadline) ?? default,
    };

    /// <summary>Keywords stand in no file.</summary>
    private static DecisionOption With(Decision known, OptionEntry entry) => new(entry.Id, entry.Title, entry.Pros, entry.Cons, entry.Cost, entry.Reversibility)
    {
        BestFor = entry.BestFor,
        MigrationPath = entry.MigrationPath,
        Sketch = entry.Sketch,
        Keywords = known.Options.FirstOrDefault(o => o.Id == entry.Id)?.Keywords ?? [],
    };

    /// <summary>The files name what they hold as the plan does.</summary>
    private static T Same<T>(object entry) => PlanJson.Read<T>(PlanJson.Content(entry));
}
