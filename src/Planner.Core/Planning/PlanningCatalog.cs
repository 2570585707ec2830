using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>Registers the story and all its steps.</summary>
public static class PlanningCatalog
{
    /// <summary>Adds <see cref="PlanTicket"/> and a handler for each of <see cref="PlanningSteps"/>.</summary>
    public static WorkflowCatalog AddPlanning(this WorkflowCatalog catalog, PlanningPorts ports) =>
        catalog.Add(new PlanTicket()).AddPlanningSteps(ports);

    /// <summary>Adds a handler for each of <see cref="PlanningSteps"/>.</summary>
    public static WorkflowCatalog AddPlanningSteps(this WorkflowCatalog catalog, PlanningPorts ports)
    {
        var folder = new RunFolder(ports.Store);
        var journal = new RunJournal(ports.Journal, ports.SourceDate);
        var news = new TeamNews(ports, journal);
        return catalog
            .AddThinking(ports, folder, journal)
            .AddDeciding(ports, folder, journal, news)
            .AddPublishing(ports, folder, journal, news);
    }

    private static WorkflowCatalog AddThinking(this WorkflowCatalog catalog, PlanningPorts ports, RunFolder folder, RunJournal journal)
    {
        var grounding = new GroundingSteps(ports, folder, journal);
        var panel = new PanelSteps(ports, folder, journal);
        var plan = new PlanSteps(ports, folder, journal);
        return catalog
            .Add(PlanningSteps.ReadTicket, new TicketSteps(ports, folder, journal).Read)
            .Add(PlanningSteps.Ground, grounding.Ground)
            .Add(PlanningSteps.CloseGaps, grounding.CloseGaps)
            .Add(PlanningSteps.ConvenePanel, panel.Convene)
            .Add(PlanningSteps.Consult, panel.Consult)
            .Add(PlanningSteps.Assemble, plan.Assemble)
            .Add(PlanningSteps.Review, plan.Review);
    }

    private static WorkflowCatalog AddDeciding(
        this WorkflowCatalog catalog, PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNews news)
    {
        var decisions = new DecisionSteps(ports, folder, journal);
        var announcements = new AnnouncementSteps(ports, folder, journal, news);
        return catalog
            .Add(PlanningSteps.SetAgenda, decisions.SetAgenda)
            .Add(PlanningSteps.Announce, announcements.Announce)
            .Add(PlanningSteps.Remind, announcements.Remind)
            .Add(PlanningSteps.Escalate, announcements.Escalate)
            .Add(PlanningSteps.ReadInbox, decisions.ReadInbox)
            .Add(PlanningSteps.DecideAtDeadline, decisions.DecideAtDeadline)
            .Add(PlanningSteps.Settle, decisions.Settle);
    }

    private static WorkflowCatalog AddPublishing(
        this WorkflowCatalog catalog, PlanningPorts ports, RunFolder folder, RunJournal journal, TeamNews news)
    {
        var writing = new WritingSteps(ports, folder, journal);
        var publishing = new PublishingSteps(ports, folder, journal, news);
        return catalog
            .Add(PlanningSteps.WriteQuestions, writing.WriteQuestions)
            .Add(PlanningSteps.WriteArtifacts, writing.WriteArtifacts)
            .Add(PlanningSteps.Publish, publishing.Publish)
            .Add(PlanningSteps.Remember, publishing.Remember)
            .Add(PlanningSteps.Report, publishing.Report);
    }
}
