using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>The story's verbs: each is one or a few calls and remembers the reference that came back.</summary>
internal sealed class PlanningRun(WorkflowContext context, PlanRequest request)
{
    private RunScope scope = new(request.Ticket, request.Codebase, request.Previous) { Follows = request.Follows, Cause = request.Cause };
    private ResumedDigest? taken;
    private GroundingDigest grounding = null!;
    private Panel panel = null!;
    private ResearchDigest? research;
    private AgendaDigest? agenda;
    private SettlementDigest? settlement;
    private DateTimeOffset deadline = context.UtcNow;
    private int agendas;
    private PlanDigest plan = null!;
    private ReviewDigest? review;
    private VersionDigest version = null!;
    private bool isTold;

    public TicketDigest Ticket { get; private set; } = null!;

    public bool SomebodyIsUnsure => Unsure.Count > 0;

    public bool RoundsRemain => panel.Consultations < request.Policy.MaxRounds;

    public bool SomebodyCanRepair => review!.Mendable.Count > 0;

    // Who was unsure in an earlier run and is not touched has nothing new to say.
    private IReadOnlyList<string> Unsure =>
        [.. panel.Fresh.Where(o => o.Applies && o.Confidence < request.Policy.ConfidenceThreshold).Select(o => o.Specialist)];

    public async Task ReadTicket()
    {
        Show("reading");
        Ticket = await context.Call(PlanningSteps.ReadTicket, scope);
    }

    public async Task<PlanResult> AskForMore()
    {
        version = await context.Call(PlanningSteps.WriteQuestions, new QuestionsRequest(scope, Ticket.Ref, PlanTicket.Version));
        var report = new ReportRequest(scope, Ticket.Ref, "", "", version);
        await context.Call(PlanningSteps.Publish, report);
        await context.Call(PlanningSteps.Report, report);
        return PlanResults.NotReady(request, Ticket, version);
    }

    public async Task ReportStarted()
    {
        await context.Call(PlanningSteps.ReportStarted, scope);
        isTold = true;
    }

    /// <summary>What was begun on the ticket is ended there; where that fails too, the first fault is the one that counts.</summary>
    public async Task ReportFailed(StepFailedException fault)
    {
        if (!isTold)
        {
            return;
        }

        try
        {
            await context.Call(PlanningSteps.ReportFailed, new FailedRequest(scope, fault.Step));
        }
        catch (StepFailedException silent)
        {
            Log.CommentStays(context.CreateLogger(nameof(PlanTicket)), scope.Ticket, silent.Reason);
        }
    }

    /// <summary>True where the run goes on from what another one thought; false also where that one kept nothing, and this one begins anew.</summary>
    public async Task<bool> ResumesEarlierWork()
    {
        if (request.Follows is null)
        {
            return false;
        }

        Show("taking up");
        taken = await context.Call(PlanningSteps.Resume, new ResumeRequest(scope, Ticket.Ref));
        if (taken.Thoughts is not { } thoughts)
        {
            // Without the agenda behind them, answers to the followed runs could meet other decisions of the same id.
            scope = scope with { Follows = null };
            return false;
        }

        (grounding, settlement) = (taken.Grounding!, taken.Settlement!);
        agenda = new AgendaDigest(thoughts.Agenda, []);
        research = thoughts.Research is { } notes ? new ResearchDigest(notes, 0) : null;
        panel = new Panel(context, await context.Call(PlanningSteps.ConvenePanel, scope), thoughts);
        return true;
    }

    public async Task ConsultWhomChangesTouch()
    {
        var touched = settlement!.Touched.Concat(panel.Unheard);
        if (taken!.WordsChanged)
        {
            await Ground();
            var thoughts = taken.Thoughts!;
            var found = await context.Call(
                PlanningSteps.FindTouched,
                new TouchedRequest(scope, thoughts.Ticket, thoughts.Grounding, Ticket.Ref, grounding.Ref, settlement.Ref));
            touched = touched.Concat(found.Names);
        }

        if (touched.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names)
        {
            await Consult(names);
        }
    }

    public async Task Ground()
    {
        Show("grounding");
        grounding = await context.Call(PlanningSteps.Ground, new GroundRequest(scope, Ticket.Ref));
        if (grounding.IsReadClosely)
        {
            Show("reading closely");
            grounding = await context.Call(PlanningSteps.Understand, new UnderstandRequest(scope, Ticket.Ref, grounding.Ref));
        }
    }

    public async Task ConvenePanel() =>
        panel = new Panel(context, await context.Call(PlanningSteps.ConvenePanel, scope));

    public Task ConsultEverybody() => Consult(panel.Everybody);

    public Task ConsultTheUnsure() => Consult(Unsure, isIdleSpared: grounding.IsReadClosely);

    public Task ConsultTheTouched() => Consult(settlement!.Touched);

    public Task ConsultForRepairs() => Consult(review!.Mendable, review.Ref, isIdleSpared: grounding.IsReadClosely);

    public async Task<bool> FindSomethingNew()
    {
        var lacking = panel.Latest.Where(o => Unsure.Contains(o.Specialist)).Select(o => o.Ref).ToList();
        research = await context.Call(
            PlanningSteps.CloseGaps,
            new ResearchRequest(scope, panel.Round, Ticket.Ref, grounding.Ref, lacking, research?.Ref));
        return research.Facts > 0;
    }

    public async Task SetAgenda() =>
        agenda = await context.Call(PlanningSteps.SetAgenda, new AgendaRequest(scope, Ticket.Ref, panel.Latest, settlement?.Ref, agenda?.Ref)
        {
            Number = agendas + 1,
            Grounding = grounding.Ref,
            History = panel.History,
            Research = research?.Ref,
        });

    public async Task AwaitAnswers()
    {
        agendas++;
        if (agenda!.WaitFor.Count > 0)
        {
            deadline = await new AnswerWait(context, request, scope, agendas).Run(agenda, Words);
        }
    }

    public async Task<bool> AnswersChangeThePlan() =>
        await SomebodyAnsweredMeanwhile() && agendas <= request.Policy.MaxReplans;

    public async Task<bool> SomebodyAnsweredMeanwhile()
    {
        settlement = await context.Call(PlanningSteps.Settle, new SettleRequest(scope, agenda!.Ref, settlement?.Ref, deadline));
        return settlement.Touched.Count > 0;
    }

    public async Task AssembleAndReview()
    {
        Show("assembling");
        plan = await context.Call(
            PlanningSteps.Assemble,
            new AssembleRequest(
                scope, Ticket.Ref, grounding.Ref, panel.Latest, panel.History, research?.Ref, agenda!.Ref, settlement!.Ref, request.Policy.ConfidenceThreshold)
            {
                Given = [.. panel.Given.Select(o => o.Ref)],
            });
        Show("reviewing");
        review = await context.Call(PlanningSteps.Review, new ReviewRequest(scope, plan.Ref, request.Policy.ConfidenceThreshold)
        {
            Ticket = grounding.IsReadClosely ? Ticket.Ref : null,
            Earlier = review?.Audited is null ? null : review.Ref,
        });
        plan = plan with { Ref = review.Audited ?? plan.Ref };
    }

    public async Task WriteArtifacts()
    {
        Show("publishing");
        version = await context.Call(PlanningSteps.WriteArtifacts, new WriteRequest(scope, plan.Ref, review!.Ref, PlanTicket.Version));
    }

    public Task Publish() => context.Call(PlanningSteps.Publish, Reported);

    public Task Remember() => context.Call(PlanningSteps.Remember, Reported);

    public Task Report() => context.Call(PlanningSteps.Report, Reported);

    public PlanResult Result() => PlanResults.Planned(request, panel.Latest, settlement!, plan, review!, version);

    private ReportRequest Reported => new(scope, Ticket.Ref, plan.Ref, review!.Ref, version) { Thoughts = plan.Thoughts };

    private AnnounceRequest Words(DateTimeOffset until, IReadOnlyList<string> open) =>
        new(scope, Ticket.Ref, agenda!.Ref, open, until, panel.Latest) { EscalateTo = request.Policy.Decisions.EscalateTo };

    // A model costs as much where it has nothing to do; only what people decide may give it something.
    private Task Consult(IReadOnlyList<string> names, string? findings = null, bool isIdleSpared = false)
    {
        Show("consulting");
        return panel.Consult(names, name => new ConsultRequest(scope, name, 0, Ticket.Ref, grounding.Ref)
        {
            Before = grounding.IsReadClosely ? panel.LastOf(name) : null,
            Research = research?.Ref,
            Settlement = settlement?.Ref,
            Review = findings,
        }, isIdleSpared);
    }

    private void Show(string stage) => context.SetStatus(Payload.Write(new RunProgress(stage)));
}
