using Planner.Core.Decisions;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>
/// Every step and signal of the story, named and typed. Names are stable for ever. Those that talk to the ticket tracker
/// or to a model outlive an outage of it.
/// </summary>
public static class PlanningSteps
{
    /// <summary>Reads the ticket, freezes its criteria and judges its readiness.</summary>
    public static readonly Step<RunScope, TicketDigest> ReadTicket = new("read-ticket") { Retry = RetryPolicy.Outage };

    /// <summary>Says on the ticket that the run is at work.</summary>
    public static readonly Step<RunScope, bool> ReportStarted = new("tell-started") { Retry = RetryPolicy.Outage };

    /// <summary>Says on a ticket that was told of the run that it ended by a fault.</summary>
    public static readonly Step<FailedRequest, bool> ReportFailed = new("tell-failed");

    /// <summary>Says on a ticket that was told of a run that somebody ended it.</summary>
    public static readonly Step<StoppedRun, bool> ReportStopped = new("tell-stopped") { Retry = RetryPolicy.Outage };

    /// <summary>Takes up what the followed run thought and what people said to it.</summary>
    public static readonly Step<ResumeRequest, ResumedDigest> Resume = new("take-up");

    /// <summary>Finds out by rules whom new words of the ticket touch.</summary>
    public static readonly Step<TouchedRequest, TouchedDigest> FindTouched = new("find-touched");

    /// <summary>Reads code base and schema for the ticket.</summary>
    public static readonly Step<GroundRequest, GroundingDigest> Ground = new("ground");

    /// <summary>Reads the ticket closely with a model, and grounds it again in the order of files that the model gave.</summary>
    public static readonly Step<UnderstandRequest, GroundingDigest> Understand = new("understand") { Retry = RetryPolicy.Outage };

    /// <summary>Says who sits on the panel.</summary>
    public static readonly Step<RunScope, PanelDigest> ConvenePanel = new("convene-panel");

    /// <summary>Asks one specialist.</summary>
    public static readonly Step<ConsultRequest, OpinionDigest> Consult = new("consult") { Retry = RetryPolicy.Outage };

    /// <summary>Looks wider for what the opinions lack.</summary>
    public static readonly Step<ResearchRequest, ResearchDigest> CloseGaps = new("close-gaps");

    /// <summary>Merges opinions into decisions and questions.</summary>
    public static readonly Step<AgendaRequest, AgendaDigest> SetAgenda = new("set-agenda");

    /// <summary>Publishes what is waited for, from whom and until when.</summary>
    public static readonly Step<AnnounceRequest, bool> Announce = new("announce") { Retry = RetryPolicy.Outage };

    /// <summary>Reminds those who are waited for.</summary>
    public static readonly Step<AnnounceRequest, bool> Remind = new("remind");

    /// <summary>Turns to those above them.</summary>
    public static readonly Step<AnnounceRequest, bool> Escalate = new("escalate");

    /// <summary>Looks into the inbox.</summary>
    public static readonly Step<RunScope, InboxDigest> ReadInbox = new("read-inbox");

    /// <summary>Writes the provisional choice unless somebody answered first.</summary>
    public static readonly Step<DeadlineRequest, bool> DecideAtDeadline = new("decide-at-deadline");

    /// <summary>Collects what was decided and answered.</summary>
    public static readonly Step<SettleRequest, SettlementDigest> Settle = new("settle");

    /// <summary>Makes the plan of all opinions and decisions.</summary>
    public static readonly Step<AssembleRequest, PlanDigest> Assemble = new("assemble");

    /// <summary>Checks the plan, where a model thinks after another one has read it.</summary>
    public static readonly Step<ReviewRequest, ReviewDigest> Review = new("review") { Retry = RetryPolicy.Outage };

    /// <summary>Writes the questions of a ticket that is not ready, as a version.</summary>
    public static readonly Step<QuestionsRequest, VersionDigest> WriteQuestions = new("write-questions");

    /// <summary>Writes all artifacts, then the manifest.</summary>
    public static readonly Step<WriteRequest, VersionDigest> WriteArtifacts = new("write-artifacts");

    /// <summary>Points to the version that was written.</summary>
    public static readonly Step<ReportRequest, bool> Publish = new("publish");

    /// <summary>Adds the decisions to the memory that later tickets are grounded in.</summary>
    public static readonly Step<ReportRequest, bool> Remember = new("remember");

    /// <summary>Updates the ticket's comment and notifies the team.</summary>
    public static readonly Step<ReportRequest, bool> Report = new("report") { Retry = RetryPolicy.Outage };

    /// <summary>The doorbell of a decision or question; the answer itself is in the inbox.</summary>
    public static Signal<string> Answered(AskedId id, int agenda) => id switch
    {
        AskedId.Question => new($"question/{id}/{agenda}"),
        _ => new($"decision/{id}/{agenda}"),
    };
}
