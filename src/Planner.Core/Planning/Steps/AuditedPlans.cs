using Planner.Core.LanguageModels;
using Planner.Core.Planning.Runs;
using Planner.Core.Planning.Story;
using Planner.Core.Plans;
using Planner.Core.Review.Audits;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;
using Planner.Core.Tickets;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>
/// Has an assembled plan read once more by an auditor. What that took, and that it did not take place, becomes part of the plan, so that
/// every artifact and the manifest say it. Without a model there is no auditor and the plan stays as it is.
/// </summary>
internal sealed class AuditedPlans(PlanningPorts ports, RunFolder folder, RunJournal journal)
{
    private readonly ModelPatience patience = new(ports);

    public async Task<AuditedPlan> Of(ReviewRequest request, StepCall call)
    {
        var plan = await folder.Get<Plan>(call, request.Scope, request.Plan);
        var before = request.Earlier is { } review ? (await folder.Get<ReviewReport>(call, request.Scope, review)).Audit : null;
        if (ports.Auditor is null && plan.Grounding.Reading is null && before is null)
        {
            return new(plan, null, request);
        }

        await journal.Begin(call, JournalOrder.Audit, "Reading the plan a second time");
        var audit = await Read(plan, before, request, call);
        await journal.Done(call, JournalOrder.Audit, $"Second reading {Words(audit.Status)}: {audit.Reason}");
        var audited = With(plan, audit, call.RunId);
        return new(audited, audit, request with { Plan = await folder.Put(call, request.Scope, audited) });
    }

    private async Task<AuditReport> Read(Plan plan, AuditReport? before, ReviewRequest request, StepCall call)
    {
        var earlier = before?.Claims ?? [];
        try
        {
            // The host that goes on with a run may have lost its model since the run began.
            if (ports.Auditor is not { } auditor)
            {
                return Paid(AuditJudgement.Missed("no model is set up any more.", plan, earlier), before, [], call);
            }

            var inputs = new AuditInputs(plan, request.Scope.Codebase, request.Scope.Previous, earlier) { Discussion = await Discussed(request, call) };
            var subject = auditor.Subject(inputs);
            if (before is { Status: not AuditStatus.NotRun } && before.Subject == subject)
            {
                return before;
            }

            var audit = await auditor.Audit(inputs, call);
            return Paid(AuditJudgement.Of(audit, plan, earlier) with { Subject = subject }, before, audit.Ledger, call);
        }
        catch (ModelAnswerException fault)
        {
            var why = $"nothing could be made of what the model {fault.Answer.Model} said: {fault.Message.TrimEnd('.')}.";
            return Paid(AuditJudgement.Missed(why, plan, earlier), before, fault.Paid, call);
        }
        catch (ModelBudgetException fault)
        {
            return Paid(AuditJudgement.Missed($"{fault.Limit} left no room for another call.", plan, earlier), before, fault.Paid, call);
        }
        catch (ModelOutOfReachException fault)
        {
            if (!await patience.IsSpent(request.Scope.Ticket, PlanningSteps.Review.Retry, call))
            {
                throw;
            }

            return Paid(AuditJudgement.Missed($"the model {fault.Model} was out of reach.", plan, earlier), before, [], call);
        }
    }

    private async Task<Discussion> Discussed(ReviewRequest request, StepCall call) =>
        (request.Ticket is { } ticket ? (await folder.Get<TicketDossier>(call, request.Scope, ticket)).Discussion : null) ?? Discussion.None;

    private static AuditReport Paid(AuditReport audit, AuditReport? before, IReadOnlyList<LedgerEntry> ledger, StepCall call) =>
        audit with { Ledger = new RunLedger(call.RunId, LedgerEntry.Once([.. before?.Ledger?.Of(call.RunId) ?? [], .. ledger])) };

    private static Plan With(Plan plan, AuditReport audit, string runId)
    {
        string[] limitations = audit.Status == AuditStatus.NotRun ? [$"The plan stands without a second reading: {audit.Reason}"] : [];
        return plan with
        {
            Ledger = plan.Ledger.WithAudit(audit.Model, audit.Ledger?.Of(runId) ?? []),
            Limitations = [.. plan.Limitations, .. limitations],
            StatedEverywhere = [.. plan.StatedEverywhere, .. limitations],
        };
    }

    private static string Words(AuditStatus status) => status switch
    {
        AuditStatus.Passed => "passed",
        AuditStatus.Failed => "failed",
        AuditStatus.NotRun => "not run",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}

/// <summary>A plan as it is judged.</summary>
/// <param name="Plan">With what its reading added to it.</param>
/// <param name="Audit">The second reading; null where none was due.</param>
/// <param name="Request">Asks for the review of this plan.</param>
internal sealed record AuditedPlan(Plan Plan, AuditReport? Audit, ReviewRequest Request);
