using Planner.Core.Text.Markdown;
using Planner.Core.Text.Words;

namespace Planner.Core.Tickets;

/// <summary>What to ask the reporter of a ticket that cannot be planned: only what this ticket leaves open.</summary>
internal static class ReadinessQuestions
{
    private static readonly string[] BugNames = Vocabulary.Words("tickets", "faults");

    /// <summary>True where the issue type is a name for a fault.</summary>
    public static bool IsBug(Ticket ticket) => BugNames.Any(n => ticket.Type.Contains(n, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<string> For(Ticket ticket, string body)
    {
        var questions = new List<string>();
        if (TextSigns.Links(body) is [var link, ..])
        {
            questions.Add($"What of `{link}` is to be built? Please copy the part that matters into the description, since not everybody can open the page "
                + $"and it may change.");
        }

        questions.AddRange(IsBug(ticket) ? OfFault(ticket) : OfWish(ticket));
        if (ticket.Components.Count == 0)
        {
            questions.Add("Which screen, endpoint, table or job is meant? A name or an address of it is enough.");
        }

        questions.Add(
            "What must hold so that you accept it? Two or three lines like \"Given …, when …, then …\" under the heading \"Acceptance criteria\" are best.");
        return questions;
    }

    private static IEnumerable<string> OfFault(Ticket ticket)
    {
        yield return $"What did you do, step by step, what happened, and what should have happened instead{Quoted(ticket)}?";
        yield return "Since when, in which version or environment, and how often? An error message or the time of one case helps most.";
    }

    private static IEnumerable<string> OfWish(Ticket ticket)
    {
        yield return $"Who is to be able to do what that they cannot do today{Quoted(ticket)}?";
        yield return "By which figure would you see that it worked, what is it today, and what should it be?";
    }

    private static string Quoted(Ticket ticket) =>
        TextSigns.Words(ticket.Summary) >= 3 ? $" (\"{TicketText.Line(ticket.Summary)}\")" : "";
}
