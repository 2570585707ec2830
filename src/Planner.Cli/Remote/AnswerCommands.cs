using System.CommandLine;
using Planner.Api.Decisions;

namespace Planner.Cli.Remote;

/// <summary><c>decide</c> and <c>answer</c>: what people say to a run that waits.</summary>
internal static class AnswerCommands
{
    private static readonly Argument<string> Decision = new("decision") { Description = "The decision's id, like TD001." };
    private static readonly Argument<string> Choice = new("option") { Description = "The option's id, like B." };
    private static readonly Argument<string> Question = new("question") { Description = "The question's id, like Q001." };
    private static readonly Argument<string> Words = new("text") { Description = "The answer." };
    private static readonly Option<string> Because = new("--because") { Description = "Why." };
    private static readonly Option<string> By = new("--by") { Description = "Who decided, where an operator passes it on." };

    public static IEnumerable<Command> Create() =>
    [
        RemoteCommand.Create("decide", "Takes a decision; the first one counts.", [RemoteCommand.Run, Decision, Choice, Because, By], Decide),
        RemoteCommand.Create("answer", "Answers a question; the first answer counts.", [RemoteCommand.Run, Question, Words, By], Answer),
    ];

    private static async Task Decide(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var id = parsed.GetValue(Decision)!;
        var body = new TakeDecision(parsed.GetValue(Choice)!, parsed.GetValue(Because), parsed.GetValue(By));
        Tell(await server.Post<TakenAnswer>(Path(parsed, "decisions", id), body, cancellation), $"option {body.Option}");
    }

    private static async Task Answer(ServerClient server, ParseResult parsed, CancellationToken cancellation)
    {
        var body = new GiveAnswer(parsed.GetValue(Words)!, parsed.GetValue(By));
        Tell(await server.Post<TakenAnswer>(Path(parsed, "questions", parsed.GetValue(Question)!), body, cancellation), "answered");
    }

    private static string Path(ParseResult parsed, string kind, string id) =>
        ServerClient.Run(parsed.GetValue(RemoteCommand.Run)!, $"/{kind}/{Uri.EscapeDataString(id)}");

    private static void Tell(TakenAnswer taken, string what) => RemoteCommand.Print([
        taken.IsLate
            ? $"Taken: {taken.Id}, {what}, by {taken.By}. It came after the deadline: {taken.RunId} makes the plan again."
            : $"Taken: {taken.Id} of {taken.RunId}, {what}, by {taken.By}.",
    ]);
}
