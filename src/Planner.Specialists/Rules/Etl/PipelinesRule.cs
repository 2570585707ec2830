using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Etl;

/// <summary>Each job whose work changes: what it reads and writes, how it repeats, and the work to change it.</summary>
internal sealed class PipelinesRule : IRule
{
    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        foreach (var job in brief.Needs.Jobs)
        {
            var pipeline = Pipeline.Of(job, brief);
            draft.Pipelines = draft.Pipelines with { Pipelines = [.. draft.Pipelines.Pipelines, Change(pipeline, brief)] };
            draft.Cite([job.Place(), .. pipeline.Sources.Concat(pipeline.Targets).Where(t => t.File is not null).Select(t => t.Place())]);
            draft.Summary.Add($"changes `{job.Name}`, which reads {Names(pipeline.Sources)} and writes {Names(pipeline.Targets)}");
            if (pipeline.Targets.Count == 0)
            {
                draft.Miss(brief, job.Name, $"Which table `{job.Name}` writes could not be told from its code.");
            }

            PipelineWork.Plan(pipeline, brief, draft);
        }
    }

    private static PipelineChange Change(Pipeline pipeline, RuleContext brief) => new()
    {
        Job = pipeline.Job.Name,
        File = pipeline.Job.File,
        Change = brief.Files.Change(pipeline.Job.File).Change,
        Sources = [.. pipeline.Sources.Select(t => t.FullName)],
        Targets = [.. pipeline.Targets.Select(t => t.FullName)],
        Idempotency = Repeating.Idempotency(pipeline),
        Ordering = Repeating.Ordering(pipeline),
        Backfill = Repeating.Backfill(pipeline, brief),
        Reconciliation = Reconciliation.Query(pipeline, brief),
        Schedule = Repeating.Schedule(pipeline, brief),
        Failure = Repeating.Failure(pipeline),
        Transformations = Transformations.Of(pipeline, brief),
    };

    private static string Names(IReadOnlyList<Planner.Core.Grounding.Facts.TableFact> tables) =>
        tables.Count == 0 ? "tables that are not known yet" : Words.List(tables.Select(t => $"`{t.FullName}`"));
}
