using Planner.Core.Conversation;
using Planner.Core.Conversation.Comments;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Runs;
using Planner.Core.Plans;
using Planner.Core.Review.Reports;
using Planner.Core.Tickets;

namespace Planner.Core.Planning.Steps;

/// <summary>What the team is told: what is needed, until when, from whom, and how to answer.</summary>
internal static class TeamMessages
{
    private const int MostRows = 8;

    public static TeamMessage Needed(Ticket ticket, string runId, Agenda agenda, AnnounceRequest request) => About(ticket, runId) with
    {
        Headline = $"{ticket.Key}: {Open(request.Open)} needed until {CommentText.Moment(request.Deadline)}",
        Lines =
        [
            ticket.Summary,
            .. agenda.Items.Select(i => i.Decision).Where(d => request.Open.Contains(d.Id, StringComparer.Ordinal)).Take(MostRows).Select(Row),
            .. agenda.Questions.Where(q => request.Open.Contains(q.Id, StringComparer.Ordinal)).Take(MostRows).Select(q => $"{q.Id}: {q.Text}"),
            Asked(ticket),
            HowToAnswer(runId, request.Open),
        ],
    };

    public static TeamMessage Expiring(Ticket ticket, string runId, AnnounceRequest request, bool isLast) => About(ticket, runId) with
    {
        Headline = isLast
            ? $"{ticket.Key}: soon decided without you, {string.Join(", ", request.Open)}"
            : $"{ticket.Key} still waits for {string.Join(", ", request.Open)}",
        Lines =
        [
            ticket.Summary,
            $"Answers are waited for until {CommentText.Moment(request.Deadline)}; then the plan goes on with a PROVISIONAL choice.",
            Asked(ticket),
            HowToAnswer(runId, request.Open),
        ],
    };

    public static TeamMessage Planned(Plan plan, ReviewReport report, string runId, VersionDigest version)
    {
        var provisional = plan.Decisions.Count(d => d.Status == DecisionStatus.Provisional);
        return About(plan.Ticket, runId) with
        {
            Headline = $"{plan.Ticket.Key}: plan v{version.Version} is there, {report.Verdict}",
            Lines =
            [
                plan.Ticket.Summary,
                $"{WorkWords.Of(plan.Tasks.Count, plan.Waves.Count, plan.Total)}.",
                .. provisional == 0 ? [] : new[] { $"{CommentText.Count(provisional, "decision")} taken PROVISIONALLY, because nobody answered in time." },
                $"The whole plan: {version.Location}",
            ],
        };
    }

    public static TeamMessage NotReady(TicketDossier dossier, string runId) => About(dossier.Ticket, runId) with
    {
        Headline = $"{dossier.Ticket.Key} is not ready to be planned",
        Lines = [dossier.Ticket.Summary, dossier.Reason, .. dossier.Questions.Take(MostRows)],
    };

    private static TeamMessage About(Ticket ticket, string runId) => new() { RunId = runId, Ticket = ticket.Key, TicketUrl = ticket.Url, Headline = ticket.Key };

    private static string Open(IReadOnlyList<string> open)
    {
        var questions = open.Count(id => id.StartsWith('Q'));
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

    private static string HowToAnswer(string runId, IReadOnlyList<string> open) => open switch
    {
        [] => "Everything has been answered meanwhile.",
        [['Q', ..] question, ..] => $"To answer, comment on the ticket with: /answer {question} and your words; or by command: planner answer {runId} {question} \"your words\"",
        [var decision, ..] => $"To answer, comment on the ticket with: /decide {decision} A because and your reason; or by command: planner decide {runId} {decision} A --because \"your reason\"",
    };
}
