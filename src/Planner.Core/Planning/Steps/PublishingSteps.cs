using Planner.Core.Artifacts.Changes;
using Planner.Core.Conversation;
using Planner.Core.Conversation.Comments;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>Makes a written version known: to readers, to later tickets, to the people on this one.</summary>
internal sealed class PublishingSteps(PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNotifications news)
{
    public async Task<bool> Publish(ReportRequest request, StepCall call)
    {
        if (request.Thoughts is { } thoughts)
        {
            await new StoredRuns(ports.Store).Keep(request.Scope.Ticket, call.RunId, thoughts, call.Cancellation);
        }

        await ports.Store.Publish(request.Scope.Ticket, request.Version.Version, call.Cancellation);
        await new PublishedVersion(ports.Store, request.Scope.Ticket, request.Version.Version).Verify(call.Cancellation);
        await journal.Done(call, $"{JournalOrder.Publishing}.1", $"Published version {request.Version.Version}");
        return true;
    }

    public async Task<bool> Remember(ReportRequest request, StepCall call)
    {
        var plan = await folder.Get<Plan>(call, request.Scope, request.Plan);
        await ports.Store.Update(
            DecisionMemory.Path,
            standing => DecisionMemory.With(standing, request.Scope.Ticket, request.Version.Version, plan.Decisions, d => DecisionMemory.ThingsOf(plan, d)),
            call.Cancellation);
        return true;
    }

    public async Task<bool> Report(ReportRequest request, StepCall call)
    {
        var (comment, message, needsAttention) = request.Plan.Length > 0 ? await Done(request, call) : await Asked(request, call);
        await journal.Done(call, $"{JournalOrder.Publishing}.2", await TicketComments.TellLast(ports.Tracker, request.Scope.Ticket, comment, call));
        if (needsAttention is { } attention && await TicketComments.Mark(ports.Tracker, request.Scope.Ticket, attention, call) is { } marked)
        {
            await journal.Done(call, $"{JournalOrder.Publishing}.3", marked);
        }

        return await news.Tell(call, message);
    }

    private async Task<(string Comment, TeamMessage Message, bool? NeedsAttention)> Done(ReportRequest request, StepCall call)
    {
        var plan = await folder.Get<Plan>(call, request.Scope, request.Plan);
        var report = await folder.Get<ReviewReport>(call, request.Scope, request.Review);
        var comment = PlanComment.Model(plan, report, call.RunId, request.Version.Version, request.Version.Location) with
        {
            Following = await Following(request, plan, call),
        };
        var written = new PublishedVersion(ports.Store, request.Scope.Ticket, request.Version.Version);
        CommentFigures.Refuse(comment, await written.Manifest(call.Cancellation));
        return (PlanComment.Render(comment), TeamMessages.Planned(plan, report, call.RunId, request.Version.Version, request.Version.Location), report.Verdict
            == Verdicts.NeedsAttention);
    }

    private async Task<FollowNote?> Following(ReportRequest request, Plan plan, StepCall call)
    {
        if (request.Scope.Cause is not { } cause)
        {
            return null;
        }

        var changes = await new EarlierVersion(ports.Store, folder).Changes(request.Scope, plan, request.Version.Version, call);
        return ReplanningNote.Of(cause, plan, await folder.Get<TicketDossier>(call, request.Scope, request.Ticket), changes);
    }

    private async Task<(string Comment, TeamMessage Message, bool? NeedsAttention)> Asked(ReportRequest request, StepCall call)
    {
        var dossier = await folder.Get<TicketDossier>(call, request.Scope, request.Ticket);
        return (PlanComment.Questions(
            dossier.Ticket,
            dossier.Reason,
            dossier.Questions), TeamMessages.NotReady(dossier.Ticket, dossier.Reason, dossier.Questions, call.RunId), null);
    }
}
