using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Etl;

/// <summary>The work on a job: change it with its parts, then fill the past and reconcile.</summary>
internal static class PipelineWork
{
    private static readonly string[] Roles = Lexicon.Words("etl", "roles");

    public static void Plan(Pipeline pipeline, RuleContext brief, OpinionBuilder draft)
    {
        var criteria = brief.Claims.For(SpecialistNames.Etl).Select(c => c.Id).ToList();
        var satisfies = criteria.Count > 0 ? criteria : brief.Claims.About(SpecialistNames.Etl, pipeline.Job.Name);
        var change = Change(pipeline, brief, draft, satisfies);
        Tests(pipeline, brief, draft, satisfies, change);
        Fill(pipeline, brief, draft, satisfies, change);
    }

    private static string Change(Pipeline pipeline, RuleContext brief, OpinionBuilder draft, IReadOnlyList<string> satisfies)
    {
        var paths = pipeline.Parts.Where(p => Roles.Any(r => p.Name.Contains(r, StringComparison.Ordinal)) && p.Kind != "interface")
            .Select(p => p.File)
            .Prepend(pipeline.Job.File)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var added = pipeline.NewColumns(brief);
        var what = added.Count > 0 ? $"compute {Words.List(added.Select(a => $"`{a.Table.FullName}.{a.Column.Name}`"))}" : $"follow {Words.List(satisfies)}";
        return draft.Do(brief, new Work(
            $"change-{pipeline.Job.Name}",
            $"Let `{pipeline.Job.Name}` {what}",
            Detail(pipeline, brief),
            Efforts.For(paths.Count, satisfies.Count))
        {
            Satisfies = satisfies,
            Paths = paths,
            Needs = [.. pipeline.Sources.Concat(pipeline.Targets).Select(t => Resource.Table(t.FullName))],
        });
    }

    private static string Detail(Pipeline pipeline, RuleContext brief)
    {
        var reads = pipeline.Sources.Where(s => brief.Schema.Tables.Any(t => t.Fact.FullName == s.FullName)).Select(s => $"`{s.FullName}`").ToList();
        var extract = pipeline.Part("Extract", "Reader", "Query");
        var also = reads.Count > 0 && extract is not null ? $"{extract.Cited()} also reads {Words.List(reads)}. " : "";
        return $"{also}{Repeating.Late(brief)} The watermark moves only with the rows.";
    }

    private static void Tests(Pipeline pipeline, RuleContext brief, OpinionBuilder draft, IReadOnlyList<string> satisfies, string task)
    {
        var subject = pipeline.Part("Transform", "Mapper");
        var type = subject?.Name ?? pipeline.Job.Name;
        var file = TestFiles.Of(brief, type, subject?.File ?? pipeline.Job.File, [pipeline.Job.Name, .. pipeline.Parts.Select(p => p.Name)]);
        foreach (var criterion in brief.Claims.For(SpecialistNames.Etl))
        {
            draft.Prove(brief, $"{criterion.Id}-{type}", $"`{type}`: {Clauses.Of(criterion.Text)}", [criterion.Id], TestKind.Unit, task, file);
        }

        draft.Prove(
            brief,
            $"repeat-{pipeline.Job.Name}",
            $"`{pipeline.Job.Name}` run twice over the same interval leaves the same rows, and the reconciliation shows no difference",
            satisfies,
            TestKind.Integration,
            task,
            file);
    }

    private static void Fill(Pipeline pipeline, RuleContext brief, OpinionBuilder draft, IReadOnlyList<string> satisfies, string change)
    {
        if (pipeline.NewColumns(brief).Count > 0)
        {
            draft.Do(brief, new Work(
                $"backfill-{pipeline.Job.Name}",
                $"Fill the past of {Words.List(pipeline.Targets.Select(t => $"`{t.FullName}`"))} and reconcile",
                Repeating.Backfill(pipeline, brief),
                TaskSize.S)
            {
                Satisfies = satisfies,
                DependsOn = [change],
                Manual = "Run the reconciliation query after each month; its difference must be 0. It needs the data of the running system.",
            });
        }
    }
}
