using Planner.Core.Conversation.Comments;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Planner.Core.Tickets;

namespace Planner.Core.Conversation;

/// <summary>What the team is told: what is needed, until when, from whom, and how to answer.</summary>
internal static class TeamMessages
{
    private const int MostRows = 8;

    public static TeamMessage Needed(Ticket ticket, string runId, Agenda agenda, IReadOnlyList<AskedId> open, DateTimeOffset deadline) =>
        About(ticket, runId) with
        {
            Headline = $"{ticket.Key}: {Count(open)} needed until {CommentText.Moment(deadline)}",
            Lines =
        [
            ticket.Summary,
            .. agenda.Items.Select(i => i.Decision).Where(d => open.Contains(new AskedId.Decision(d.Id))).Take(MostRows).Select(Row),
            .. agenda.Questions.Where(q => open.Contains(new AskedId.Question(q.Id))).Take(MostRows).Select(q => $"{q.Id}: {q.Text}"),
            Asked(ticket),
            HowToAnswer(runId, open),
        ],
        };

    public static TeamMessage Expiring(Ticket ticket, string runId, IReadOnlyList<AskedId> open, DateTimeOffset deadline, bool isLast) =>
        About(ticket, runId) with
        {
            Headline = isLast
            ? $"{ticket.Key}: soon decided without you, {string.Join(", ", open)}"
            : $"{ticket.Key} still waits for {string.Join(", ", open)}",
            Lines =
        [
            ticket.Summary,
            $"Answers are waited for until {CommentText.Moment(deadline)}; then the plan goes on with a PROVISIONAL choice.",
            Asked(ticket),
            HowToAnswer(runId, open),
        ],
        };

    public static TeamMessage Planned(Plan plan, ReviewReport report, string runId, int version, string location)
    {
        var provisional = plan.Decisions.Count(d => d.Status == DecisionStatus.Provisional);
        return About(plan.Ticket, runId) with
        {
            Headline = $"{plan.Ticket.Key}: plan v{version} is there, {report.Verdict}",
            Lines =
            [
                plan.Ticket.Summary,
                $"{WorkWords.Of(plan.Tasks.Count, plan.Waves.Count, plan.Total)}.",
                .. provisional == 0 ? [] : new[] { $"{CommentText.Count(provisional, "decision")} taken PROVISIONALLY, because nobody answered in time." },
                $"The whole plan: {location}",
            ],
        };
    }

    public static TeamMessage NotReady(Ticket ticket, string reason, IReadOnlyList<string> questions, string runId) => About(ticket, runId) with
    {
        Headline = $"{ticket.Key} is not ready to be planned",
        Lines = [ticket.Summary, reason, .. questions.Take(MostRows)],
    };

    private static TeamMessage About(Ticket ticket, string runId) =>
        new() { RunId = runId, Ticket = ticket.Key, TicketUrl = ticket.Url, Headline = ticket.Key };

    private static string Count(IReadOnlyList<AskedId> open)
    {
        var questions = open.OfType<AskedId.Question>().Count();
        var parts = new[] { (Count: open.Count - questions, Noun: "decision"), (Count: questions, Noun: "answer") };
        return string.Join(" and ", parts.Where(p => p.Count > 0).Select(p => CommentText.Count(p.Count, p.Noun)));
    }

    private static string Row(Decision decision) =>
        $"{decision.Id}: {decision.Title} ({string.Join("; ", decision.Options.Select(o => $"{o.Id}: {o.Title}"))}; recommended: {decision.Recommendation})";

    private static string Asked(Ticket ticket)
    {
        var people = new[] { ticket.Reporter, ticket.Assignee }.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return $"Asked: {(people.Count == 0 ? "whoever owns the ticket" : string.Join(" or ", people))}.";
    }

    private static string HowToAnswer(string runId, IReadOnlyList<AskedId> open) => open switch
    {
        [] => "Everything has been answered meanwhile.",
        [AskedId.Question question, ..] =>
            $"To answer, comment on the ticket with: /answer {question} and your words; or by command: planner answer {runId} {question} \"your words\"",
        [var decision, ..] =>
            $"To answer, comment on the ticket with: /decide {decision} A because and your reason; or by command: planner decide {runId} {decision} A "
                + $"--because \"your reason\"",
    };
}
