using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Steps;
using Planner.Core.Planning.Story;
using Planner.Core.Text.Secrets;
using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>Registers the story and all its steps.</summary>
public static class PlanningCatalog
{
    /// <summary>Adds <see cref="PlanTicket"/>, <see cref="CloseStoppedRun"/> and a handler for each of <see cref="PlanningSteps"/>.</summary>
    public static WorkflowCatalog AddPlanning(this WorkflowCatalog catalog, PlanningPorts ports) =>
        catalog.Add(new PlanTicket()).Add(new CloseStoppedRun()).AddPlanningSteps(ports);

    /// <summary>Adds a handler for each of <see cref="PlanningSteps"/>.</summary>
    public static WorkflowCatalog AddPlanningSteps(this WorkflowCatalog catalog, PlanningPorts ports)
    {
        ports = ports.Redacted();
        var bench = new Bulkhead(ports.ThinkingAtOnce);
        var folder = new RunFolder(ports.Store);
        var journal = new RunJournal(ports.Journal, ports.SourceDate);
        var news = new TeamNotifications(ports, journal);
        return catalog
            .AddThinking(ports, folder, journal, bench)
            .AddDeciding(ports, folder, journal, news)
            .AddPublishing(ports, folder, journal, news, bench);
    }

    private static WorkflowCatalog AddThinking(
        this WorkflowCatalog catalog, PlanningPorts ports, RunFolder folder, RunJournal journal, Bulkhead bench)
    {
        var grounding = new GroundingSteps(ports, folder, journal);
        var panel = new PanelSteps(ports, folder, journal);
        var plan = new PlanSteps(ports, folder, journal);
        var standing = new StatusCommentSteps(ports, journal);
        var earlier = new ResumeSteps(ports, folder, journal);
        return catalog
            .AddRedacted(PlanningSteps.ReportStarted, standing.Started)
            .AddRedacted(PlanningSteps.ReportFailed, standing.Failed)
            .AddRedacted(PlanningSteps.ReportStopped, standing.Stopped)
            .AddRedacted(PlanningSteps.ReadTicket, new TicketSteps(ports, folder, journal).Read)
            .AddRedacted(PlanningSteps.Resume, earlier.Resume)
            .AddBounded(bench, PlanningSteps.FindTouched, earlier.FindTouched)
            .AddBounded(bench, PlanningSteps.Ground, grounding.Ground)
            .AddRedacted(PlanningSteps.Understand, new ReadingSteps(ports, folder, journal).Understand)
            .AddBounded(bench, PlanningSteps.CloseGaps, grounding.CloseGaps)
            .AddRedacted(PlanningSteps.ConvenePanel, panel.Convene)
            .AddRedacted(PlanningSteps.Consult, panel.Consult)
            .AddBounded(bench, PlanningSteps.Assemble, plan.Assemble)
            .AddRedacted(PlanningSteps.Review, new ReviewSteps(ports, folder, journal, bench).Review);
    }

    private static WorkflowCatalog AddDeciding(
        this WorkflowCatalog catalog, PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNotifications news)
    {
        var decisions = new DecisionSteps(ports, folder, journal);
        var announcements = new AnnouncementSteps(ports, folder, journal, news);
        return catalog
            .AddRedacted(PlanningSteps.SetAgenda, decisions.SetAgenda)
            .AddRedacted(PlanningSteps.Announce, announcements.Announce)
            .AddRedacted(PlanningSteps.Remind, announcements.Remind)
            .AddRedacted(PlanningSteps.Escalate, announcements.Escalate)
            .AddRedacted(PlanningSteps.ReadInbox, decisions.ReadInbox)
            .AddRedacted(PlanningSteps.DecideAtDeadline, decisions.DecideAtDeadline)
            .AddRedacted(PlanningSteps.Settle, decisions.Settle);
    }

    private static WorkflowCatalog AddPublishing(
        this WorkflowCatalog catalog, PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNotifications news, Bulkhead bench)
    {
        var writing = new WritingSteps(ports, folder, journal);
        var publishing = new PublishingSteps(ports, folder, journal, news);
        return catalog
            .AddRedacted(PlanningSteps.WriteQuestions, writing.WriteQuestions)
            .AddBounded(bench, PlanningSteps.WriteArtifacts, writing.WriteArtifacts)
            .AddRedacted(PlanningSteps.Publish, publishing.Publish)
            .AddRedacted(PlanningSteps.Remember, publishing.Remember)
            .AddRedacted(PlanningSteps.Report, publishing.Report);
    }

    private static WorkflowCatalog AddBounded<TIn, TOut>(
        this WorkflowCatalog catalog, Bulkhead bench, Step<TIn, TOut> step, Func<TIn, StepCall, Task<TOut>> handler) =>
        catalog.AddRedacted(step, bench.Bound(handler));

    /// <summary>What a step throws goes to the history, the log and the screen; without the fault behind it, which says the same.</summary>
    private static WorkflowCatalog AddRedacted<TIn, TOut>(this WorkflowCatalog catalog, Step<TIn, TOut> step, Func<TIn, StepCall, Task<TOut>> handler) =>
        catalog.Add(step, async (input, call) =>
        {
            try
            {
                return await OutagePatience.Guard(step.Retry, call, () => handler(input, call));
            }
            catch (Exception e) when (Redaction.Of(e.Message) is var said && said != e.Message)
            {
                throw new StepException(said, e is not StepException { RetryHelps: false });
            }
        });
}
