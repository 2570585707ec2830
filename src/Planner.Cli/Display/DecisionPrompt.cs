using System.Globalization;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Spectre.Console;

namespace Planner.Cli.Display;

/// <summary>Asks decisions and questions in the terminal.</summary>
internal sealed class DecisionPrompt(IAnsiConsole console, AnswerService desk)
{
    private const string Later = "Leave it to the deadline";

    /// <summary>Asks everything that is open; what is left alone is decided by the deadline.</summary>
    public async Task Ask(string runId, OpenAgenda agenda, CancellationToken cancellation)
    {
        var until = agenda.Until.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        console.MarkupLineInterpolated(
            $"\n[bold]The run waits for {agenda.Decisions.Count + agenda.Questions.Count(q => q.Blocking)} answers until {until}.[/]");
        var left = 0;
        foreach (var decision in agenda.Decisions)
        {
            left += await AskDecision(runId, decision, cancellation) ? 0 : 1;
        }

        foreach (var question in agenda.Questions.Where(q => q.Blocking))
        {
            left += await AskQuestion(runId, question, cancellation) ? 0 : 1;
        }

        if (left > 0)
        {
            console.MarkupLineInterpolated($"\n{left} left open, waited for until {until}. Ctrl-C leaves; the same command goes on from here.");
        }
    }

    private async Task<bool> AskDecision(string runId, Decision decision, CancellationToken cancellation)
    {
        console.MarkupLineInterpolated($"\n[bold]{decision.Id} {Terminal.Clean(decision.Title)}[/]");
        console.WriteLine(Terminal.Clean(decision.Context));
        var prompt = new SelectionPrompt<string> { Converter = id => Markup.Escape(Terminal.Clean(Line(decision, id))) };
        prompt.AddChoices([decision.Recommendation, .. decision.Options.Select(o => o.Id).Where(o => o != decision.Recommendation), Later]);
        var option = await prompt.ShowAsync(console, cancellation);
        if (option == Later)
        {
            return false;
        }

        var why = await new TextPrompt<string>("Why (may be empty)?").AllowEmpty().ShowAsync(console, cancellation);
        var answer = InboxAnswer.Decided(option, why, Environment.UserName, DateTimeOffset.UtcNow);
        Tell(await desk.Decide(runId, decision.Id, answer, cancellation));
        return true;
    }

    private async Task<bool> AskQuestion(string runId, Question question, CancellationToken cancellation)
    {
        console.MarkupLineInterpolated($"\n[bold]{question.Id}[/] {Terminal.Clean(question.Text)}");
        console.MarkupLineInterpolated($"Assumed until answered: {Terminal.Clean(question.Assumption)}");
        var text = await new TextPrompt<string>("Answer (empty: leave the assumption)").AllowEmpty().ShowAsync(console, cancellation);
        if (text.Length == 0)
        {
            return false;
        }

        Tell(await desk.Answer(runId, question.Id, InboxAnswer.Answered(text, Environment.UserName, DateTimeOffset.UtcNow), cancellation));
        return true;
    }

    private static string Line(Decision decision, string id) =>
        decision.Options.FirstOrDefault(o => o.Id == id) is { } option
            ? $"{id}  {option.Title}{(id == decision.Recommendation ? " (recommended)" : "")} - cost: {option.Cost}, reversible: {option.Reversibility}"
            : id;

    private void Tell(AnswerOutcome outcome) => console.MarkupLineInterpolated($"{outcome switch
    {
        AnswerOutcome.Accepted => "Taken.",
        AnswerOutcome.AlreadyAnswered taken => $"Too late: {taken.Stands.InWords}.",
        AnswerOutcome.UnknownOption unknown => $"There are only the options {string.Join(", ", unknown.Options)}.",
        AnswerOutcome.NotWaitedFor or AnswerOutcome.Outdated => "The run no longer waits for that.",
        AnswerOutcome.PlannedAgain again => $"Taken: {again.RunId} makes the plan again.",
        _ => throw new InvalidOperationException("An outcome has six cases."),
    }}");
}
