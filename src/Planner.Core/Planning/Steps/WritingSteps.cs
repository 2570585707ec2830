using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Core.Review.Pages;
using Planner.Core.Review.Reports;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Writes the files of a version: everything else first, the manifest last, and nothing where the two or the review do not agree.</summary>
internal sealed class WritingSteps(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    private readonly RenderedPlans rendered = new(ports, folder);

    /// <summary>
    /// Writes the very bytes that were reviewed. Only what cannot be known before the review is rendered here: review.json and
    /// review.md, which tell its outcome; changes.md, which needs the number of the version; the session log, which goes on until
    /// now; and the manifest, which lists them all.
    /// </summary>
    public async Task<VersionDigest> WriteArtifacts(WriteRequest request, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Publishing, "Writing the artifacts");
        var plan = await folder.Get<Plan>(call, request.Scope, request.Plan);
        var report = await folder.Get<ReviewReport>(call, request.Scope, request.Review);
        var composed = ReviewArtifacts.Add(await rendered.Of(call, request.Scope, request.Plan), plan, report);
        var version = await ports.Store.ReserveVersion(request.Scope.Ticket, call.RunId, call.Cancellation);
        composed = await new EarlierVersion(ports.Store, folder).Compare(composed, request.Scope, plan, version, call);
        return await Write(composed, report.Reviewed, RunFacts.Of(plan, request.Scope, request.StoryVersion, report.Verdict, ports.Panel.Overrides), call);
    }

    public async Task<VersionDigest> WriteQuestions(QuestionsRequest request, StepCall call)
    {
        await journal.Begin(call, JournalOrder.Publishing, "Writing the questions");
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        var inputs = RunInputs.Of(dossier.Ticket, dossier.Criteria);
        return await Write(
            QuestionPages.Render(dossier),
            [],
            new RunFacts(request.Scope, request.StoryVersion, PlanResult.NotReady, inputs, ports.Panel.Overrides),
            call);
    }

    private async Task<VersionDigest> Write(ArtifactSet set, IReadOnlyList<ManifestFile> reviewed, RunFacts facts, StepCall call)
    {
        var ticket = facts.Scope.Ticket;
        var log = await SessionLog.Read(ports.Journal, call.RunId, ticket, call.Cancellation);
        var version = await ports.Store.ReserveVersion(ticket, call.RunId, call.Cancellation);
        var complete = set with { Files = [.. set.Files.Append(log).OrderBy(f => f.Path, StringComparer.Ordinal)] };
        var manifest = ManifestBuilder.Build(complete, facts.Manifest(call, version, ports.SourceDate));
        ManifestSeal.Refuse([.. ManifestSeal.Breaches(manifest, complete.Files), .. ManifestSeal.Changed(manifest, reviewed)]);
        foreach (var file in complete.Files.Append(ManifestBuilder.Render(manifest)))
        {
            await ports.Store.Write(ticket, version, file.Path, file.Text, call.Cancellation);
        }

        var location = ports.Store.Locate(ticket, version);
        await journal.Done(call, JournalOrder.Publishing, $"Wrote {Count.Of(complete.Files.Count + 1, "file")} of version {version}");
        return new VersionDigest(version, location);
    }
}
