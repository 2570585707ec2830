using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Plans.Stories;
using Planner.Core.Review.Audits;
using Planner.Core.Review.Reports;
using Planner.Core.Tickets;

namespace Planner.Core.Conversation.Comments;

/// <summary>
/// The comment on a ticket: who reads only its first line knows how things stand. Foreign text is shown and never
/// works as markup. The same model gives the same text, well below what Jira takes.
/// </summary>
public static class PlanComment
{
    /// <summary>What the comment says of a decision that nobody took.</summary>
    internal const string StillOpen = "still open";

    /// <summary>Renders a model as Markdown; ends with a line end.</summary>
    public static string Render(PlanCommentModel model) => model switch
    {
        PlanCommentModel.Asking asking => AskingComment.Render(asking),
        PlanCommentModel.Waiting waiting => WaitingComment.Render(waiting),
        PlanCommentModel.Done done => DoneComment.Render(done),
        _ => throw new ArgumentOutOfRangeException(nameof(model)),
    };

    /// <summary>The comment for a ticket that is not ready.</summary>
    public static string Questions(Ticket ticket, string reason, IReadOnlyList<string> questions) =>
        Render(new PlanCommentModel.Asking(ticket.Key, reason, questions, ticket.Reporter));

    /// <summary>The comment for a run that waits.</summary>
    /// <param name="ticket">The ticket; its reporter and assignee are asked.</param>
    /// <param name="runId">The run.</param>
    /// <param name="agenda">All decisions and questions.</param>
    /// <param name="open">Ids of the decisions that are waited for now.</param>
    /// <param name="deadline">Until when.</param>
    /// <param name="confidence">By specialist.</param>
    public static string Waiting(
        Ticket ticket,
        string runId,
        Agenda agenda,
        IReadOnlyList<string> open,
        DateTimeOffset deadline,
        IReadOnlyDictionary<string, int> confidence) =>
        Render(new PlanCommentModel.Waiting(ticket.Key)
        {
            RunId = runId,
            From = [.. new[] { ticket.Reporter, ticket.Assignee }.OfType<string>().Distinct(StringComparer.Ordinal)],
            Until = deadline,
            Decisions = [.. agenda.Items.Select(i => i.Decision).Where(d => open.Contains(d.Id, StringComparer.Ordinal)).Select(Open)],
            Questions = Unanswered(agenda.Questions),
            Confidence = [.. confidence.Select(c => new SpecialistConfidence(c.Key, c.Value, ""))],
        });

    /// <summary>The comment for a plan that is written.</summary>
    public static string Done(Plan plan, ReviewReport report, string runId, int version, string location) =>
        Render(Model(plan, report, runId, version, location));

    /// <summary>What that comment says.</summary>
    internal static PlanCommentModel.Done Model(Plan plan, ReviewReport report, string runId, int version, string location) =>
        new(plan.Ticket.Key)
        {
            RunId = runId,
            Version = version,
            Verdict = report.Verdict,
            FailedGates = [.. report.Gates.Where(g => !g.Passed).Select(g => g.Name)],
            SecondReading = [.. SecondReading(report)],
            Limitations = plan.StatedEverywhere,
            Confidence = [.. plan.Opinions.Where(o => o.Applies).Select(o => new SpecialistConfidence(o.Specialist, o.Confidence, o.Rationale))],
            Decisions = [.. plan.Decisions.Select(Taken)],
            Risks = [.. plan.Risks.OrderByDescending(Weight)
                .ThenBy(r => r.Id, StringComparer.Ordinal)
                .Take(3)
                .Select(r => new TopRisk(r.Id, r.Title, WeightOf(r), r.Mitigation))],
            Questions = Unanswered(plan.Questions),
            Stories = Stories(plan),
            Work = WorkWords.Of(plan.Tasks.Count, plan.Waves.Count, plan.Total),
            Location = location,
        };

    /// <summary>One that did not take place is a limitation, which the comment says anyway.</summary>
    private static IEnumerable<string> SecondReading(ReviewReport report)
    {
        var faults = report.Audit?.Claims.Where(c => c.Blocks).Select(c => $"{c.Place}: {c.Message}").ToList() ?? [];
        return report.Audit switch
        {
            { Status: AuditStatus.Passed } passed => [$"A second reading passed: {passed.Reason}"],
            { Status: AuditStatus.Failed } failed => [$"A second reading failed: {failed.Reason}", .. faults],
            { Status: AuditStatus.NotRun } when faults.Count > 0 => ["What an earlier reading found may still be wrong:", .. faults],
            _ => [],
        };
    }

    /// <summary>How bad a risk is, in words.</summary>
    internal static string WeightOf(Risk risk) => $"{risk.Probability} probability, {risk.Impact} impact";

    private static OpenDecision Open(Decision decision) =>
        new(decision.Id, decision.Title, [.. decision.Options.Select(o => new OpenOption(o.Id, o.Title))], decision.Recommendation, decision.Rationale);

    private static TakenDecision Taken(SettledDecision settled) => new(
        settled.Decision.Id,
        settled.Decision.Title,
        settled.Status == DecisionStatus.Pending ? StillOpen : $"{settled.Option}: {settled.Chosen.Title}",
        settled.Status == DecisionStatus.Provisional,
        settled.DecidedBy,
        settled.Decision.ReviewTrigger);

    private static List<OpenQuestion> Unanswered(IReadOnlyList<Question> questions) =>
        [.. questions.Where(q => q.Answer is null)
            .OrderByDescending(q => q.Blocking)
            .Select(q => new OpenQuestion(q.Id, q.Text, q.Owner, q.Assumption, q.Blocking))];

    private static int Weight(Risk risk) => ((int)risk.Probability + 1) * ((int)risk.Impact + 1);

    private static string Stories(Plan plan)
    {
        if (StoryPlan.Of(plan) is not { } stories)
        {
            return "";
        }

        var built = stories.Stories.Count(s => s.Wave is not null);
        return built == stories.Stories.Count ? $"{built} {(built == 1 ? "story" : "stories")}" : $"{built} of {stories.Stories.Count} stories";
    }
}
