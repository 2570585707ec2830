using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Planning.Story;

/// <summary>
/// The story: from a ticket to a plan worth trusting. It handles references only; what is behind them is made by the
/// steps, in this order.
/// </summary>
public sealed class PlanTicket : Workflow<PlanRequest, PlanResult>
{
    /// <summary>Changes whenever the order or kind of calls below changes.</summary>
    public const string Version = "2";

    /// <inheritdoc />
    public override string Name => "plan-ticket";

    /// <inheritdoc />
    public override string StoryVersion => Version;

    /// <inheritdoc />
    public override PlanRequest Succeed(PlanRequest input, string previousInstanceId) =>
        input with { Previous = previousInstanceId };

    /// <inheritdoc />
    public override async Task<PlanResult> Run(WorkflowContext context, PlanRequest request)
    {
        var run = new PlanningRun(context, request);
        try
        {
            return await Plan(run);
        }
        catch (StepFailedException fault)
        {
            await run.ReportFailed(fault);
            throw;
        }
    }

    private static async Task<PlanResult> Plan(PlanningRun run)
    {
        await run.ReadTicket();
        if (!run.Ticket.Ready)
        {
            return await run.AskForMore();
        }

        await run.ReportStarted();
        if (await run.ResumesEarlierWork())
        {
            await run.ConsultWhomChangesTouch();
        }
        else
        {
            await run.Ground();
            await run.ConvenePanel();
            await run.ConsultEverybody();
        }

        while (run.SomebodyIsUnsure && run.RoundsRemain && await run.FindSomethingNew())
        {
            await run.ConsultTheUnsure();
        }

        await AgreeOnDecisions(run);
        await run.AssembleAndReview();
        if (run.SomebodyCanRepair)
        {
            await run.ConsultForRepairs();
            await AgreeOnDecisions(run);
            await run.AssembleAndReview();
        }

        if (await run.SomebodyAnsweredMeanwhile())
        {
            await run.ConsultTheTouched();
            await AgreeOnDecisions(run);
            await run.AssembleAndReview();
        }

        await run.WriteArtifacts();
        await run.Publish();
        await run.Remember();
        await run.Report();
        return run.Result();
    }

    private static async Task AgreeOnDecisions(PlanningRun run)
    {
        await run.SetAgenda();
        await run.AwaitAnswers();
        while (await run.AnswersChangeThePlan())
        {
            await run.ConsultTheTouched();
            await run.SetAgenda();
            await run.AwaitAnswers();
        }
    }
}
