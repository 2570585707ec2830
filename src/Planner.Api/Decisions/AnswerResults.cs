using Microsoft.AspNetCore.Http;
using Planner.Api.Problems;
using Planner.Core.Decisions;
using Planner.Core.Planning.Replanning;

namespace Planner.Api.Decisions;

/// <summary>Tells a client what became of its answer.</summary>
internal static class AnswerResults
{
    public const string TooLong = "Write at most 4000 characters, without null characters.";
    public const string NotForOthers = "Only operators pass on what others decided: leave out `decidedBy`.";

    public static IResult Of(AnswerOutcome outcome, string runId, string id, InboxAnswer answer) => outcome switch
    {
        AnswerOutcome.Accepted => TypedResults.Accepted($"/api/runs/{runId}", new TakenAnswer(runId, id, answer.By, answer.At)),
        AnswerOutcome.PlannedAgain again =>
            TypedResults.Accepted($"/api/runs/{again.RunId}", new TakenAnswer(again.RunId, id, answer.By, answer.At, IsLate: true)),
        AnswerOutcome.Outdated outdated => Problem.Conflict(
            $"The plan of {outdated.RunId} counts by now, in which {Shown(id)} may mean something else.",
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["runId"] = outdated.RunId }),
        AnswerOutcome.AlreadyAnswered taken => Problem.Conflict($"{id} was answered before: {taken.Stands.InWords}.", Stands(taken.Stands)),
        AnswerOutcome.UnknownOption unknown => Problem.BadRequest($"{id} has the options {string.Join(", ", unknown.Options)}."),
        AnswerOutcome.NotWaitedFor => Problem.Conflict($"The run does not wait for an answer with the id {Shown(id)}."),
        _ => throw new InvalidOperationException("An answer has six outcomes."),
    };

    private static Dictionary<string, object?> Stands(InboxAnswer answer) => new(StringComparer.Ordinal)
    {
        ["option"] = answer.Option,
        ["decidedBy"] = answer.By,
        ["timestamp"] = answer.At,
        ["provisional"] = answer.IsProvisional,
    };

    private static string Shown(string id) => id.Length <= 20 && id.All(char.IsAsciiLetterOrDigit) ? id : "that was given";
}
