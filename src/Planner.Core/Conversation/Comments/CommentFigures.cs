using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Conversation.Comments;

/// <summary>Holds the figures of the ticket's comment against the files that it speaks of.</summary>
internal sealed class CommentFigures : ICommentReview
{
    IEnumerable<CommentDifference> ICommentReview.Differences(Plan plan, ReviewReport draft, Manifest manifest, ArtifactSet artifacts) =>
        Differences(
            PlanComment.Model(plan, draft, manifest.RunId, manifest.Version, ""),
            artifacts).Select(d => new CommentDifference(d.File.Path, d.Id, d.Message));

    /// <summary>What is not the same: the file, the id and what the comment says of it.</summary>
    public static IEnumerable<(ArtifactText File, string Id, string Message)> Differences(PlanCommentModel.Done comment, ArtifactSet artifacts) =>
        Work(comment, artifacts)
            .Concat(Confidence(comment, artifacts))
            .Concat(Decisions(comment, artifacts))
            .Concat(Risks(comment, artifacts))
            .Concat(Questions(comment, artifacts));

    /// <summary>Refuses a comment on another version than the one that was written.</summary>
    /// <exception cref="ManifestMismatchException">It names another run, ticket, version or verdict than the manifest.</exception>
    public static void Refuse(PlanCommentModel.Done comment, Manifest manifest)
    {
        if ((comment.RunId, comment.Ticket, comment.Version, comment.Verdict) != (manifest.RunId, manifest.Ticket, manifest.Version, manifest.Verdict))
        {
            throw new ManifestMismatchException($"The comment on {comment.Ticket} speaks of version {comment.Version} of the run {comment.RunId}; the "
                + $"manifest is of version {manifest.Version} of {manifest.RunId}.");
        }
    }

    private static IEnumerable<(ArtifactText, string, string)> Work(PlanCommentModel.Done comment, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<TasksFile>(artifacts, TasksFile.Path) is var (file, tasks) && TaskTotals.Words(tasks) is var due && due != comment.Work)
        {
            yield return (file, "", $"The comment says \"{comment.Work}\"; {file.Path} holds {due}.");
        }
    }

    private static IEnumerable<(ArtifactText, string, string)> Confidence(PlanCommentModel.Done comment, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<ConfidenceFile>(artifacts, ConfidenceFile.Path) is not var (file, scores))
        {
            return [];
        }

        var said = comment.Confidence.Select(c => (Id: c.Specialist, Figure: $"{c.Confidence}"));
        var due = scores.Specialists.Where(s => s.Value.Applies).Select(s => (Id: s.Key, Figure: $"{s.Value.Confidence}"));
        return Compare(file, said, due);
    }

    private static IEnumerable<(ArtifactText, string, string)> Decisions(PlanCommentModel.Done comment, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<DecisionLogFile>(artifacts, DecisionLogFile.Path) is not var (file, log))
        {
            return [];
        }

        var said = comment.Decisions.Select(d => (d.Id, Figure: $"{d.Option}{(d.IsProvisional ? ", provisional" : "")}"));
        var due = log.Decisions.Select(d => (d.Id, Figure: d.Option is null
            ? PlanComment.StillOpen
            : $"{d.Option}: {d.Decision}{(d.Status == DecisionStatus.Provisional ? ", provisional" : "")}"));
        return Compare(file, said, due);
    }

    private static IEnumerable<(ArtifactText, string, string)> Risks(PlanCommentModel.Done comment, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<RisksFile>(artifacts, RisksFile.Path) is not var (file, risks))
        {
            return [];
        }

        var said = comment.Risks.Select(r => (r.Id, Figure: r.Weight)).ToList();
        var due = risks.Risks.Where(r => said.Exists(s => s.Id == r.Id)).Select(r => (r.Id, Figure: PlanComment.WeightOf(r)));
        return Compare(file, said, due);
    }

    private static IEnumerable<(ArtifactText, string, string)> Questions(PlanCommentModel.Done comment, ArtifactSet artifacts)
    {
        if (ArtifactText.Json<QuestionsFile>(artifacts, QuestionsFile.Path) is not var (file, questions))
        {
            return [];
        }

        var due = questions.Questions.Where(q => q.Answer is null).Select(q => (q.Id, Figure: q.Blocking ? "open and blocking" : "open"));
        return Compare(file, comment.Questions.Select(q => (q.Id, Figure: q.Blocking ? "open and blocking" : "open")), due);
    }

    private static IEnumerable<(ArtifactText, string, string)> Compare(
        ArtifactText file,
        IEnumerable<(string Id, string Figure)> said,
        IEnumerable<(string Id, string Figure)> due)
    {
        var (ours, theirs) = (said.ToHashSet(), due.ToHashSet());
        return ours.Except(theirs).Select(s => (file, s.Id, $"The comment says of {s.Id}: {s.Figure}; {file.Path} does not."))
            .Concat(theirs
                .ExceptBy(ours.Select(s => s.Id), t => t.Id)
                .Select(t => (file, t.Id, $"The comment leaves out {t.Id}, which stands in {file.Path}.")));
    }
}
