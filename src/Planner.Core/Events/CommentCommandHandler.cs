using Planner.Core.Conversation.Comments;
using Planner.Core.Conversation.Replies;
using Planner.Core.Decisions;
using Planner.Core.Planning.Control;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Core.Events;

/// <summary>Carries out what people ask for in comments, and says in a line what came of it. Asked again, it says the same.</summary>
internal sealed class CommentCommandHandler(EventPorts ports, TicketRuns runs)
{
    /// <summary>So often it is looked whether a run waits by now.</summary>
    private const int Attempts = 5;

    private const string NoRun = "No plan is being made for this ticket now. `/plan` starts one.";

    public Task<string> Execute(Command command, StepCall call) => command.Asked switch
    {
        ReplyCommand.Decide decide => Decide(command, decide, call),
        ReplyCommand.Answer answer => Answer(command, answer, call),
        ReplyCommand.Status => Status(command, call),
        ReplyCommand.Refine refine => Refine(command, refine, call),
        ReplyCommand.Cancel => Cancel(command, call),
        ReplyCommand.Plan => Plan(command, call),
        ReplyCommand.Wrong wrong => Task.FromResult($"{CommentText.Code(wrong.Line)} was not understood. It is written {CommentText.Code(wrong.Help)}."),
        _ => throw new StepException("This command is not known.", retryHelps: false),
    };

    private async Task<string> Decide(Command command, ReplyCommand.Decide asked, StepCall call)
    {
        if (await runs.Current(command.Ticket, call.Cancellation) is not { } run)
        {
            return NoRun;
        }

        var answer = InboxAnswer.Decided(asked.Option, asked.Because, command.Author, call.Now);
        var outcome = await ports.Desk.Decide(run.InstanceId, asked.Id, answer, call.Cancellation);
        Patience(outcome, run, call);
        return Said(asked.Id, answer, outcome);
    }

    private async Task<string> Answer(Command command, ReplyCommand.Answer asked, StepCall call)
    {
        if (await runs.Current(command.Ticket, call.Cancellation) is not { } run)
        {
            return NoRun;
        }

        var answer = InboxAnswer.Answered(asked.Text, command.Author, call.Now);
        var outcome = await ports.Desk.Answer(run.InstanceId, asked.Id, answer, call.Cancellation);
        Patience(outcome, run, call);
        return Said(asked.Id, answer, outcome);
    }

    /// <summary>
    /// The comment that asks stays on the ticket while another run takes over from the one that wrote it: an answer to it is looked at
    /// again before it is called early.
    /// </summary>
    private static void Patience(AnswerOutcome outcome, RunInfo run, StepCall call)
    {
        var isEarly = outcome is AnswerOutcome.NotWaitedFor or AnswerOutcome.AlreadyAnswered { Stands.IsProvisional: true };
        if (isEarly && !run.HasEnded && call.Attempt < Attempts && RunProgress.Of(run)?.Until is null)
        {
            throw new StepException("The run does not wait yet.", retryHelps: true);
        }
    }

    private static string Said(string id, InboxAnswer given, AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Accepted => Taken(id, given),
        AnswerOutcome.AlreadyAnswered { Stands: var stands } when stands.IsSame(given) => Taken(id, given),
        AnswerOutcome.AlreadyAnswered { Stands: { IsProvisional: true } stands } =>
            $"{id} was settled a moment ago: {CommentText.Safe(stands.InWords)}. Say it again when the plan is there; then it is made again with your answer.",
        AnswerOutcome.AlreadyAnswered { Stands: var stands } => $"{id} was settled before: {CommentText.Safe(stands.InWords)}. What came first stands.",
        AnswerOutcome.PlannedAgain => PlannedAgain(id, given),
        AnswerOutcome.Outdated => $"A new plan is being made from the beginning, in which {id} may mean something else. Answer what its comment asks.",
        AnswerOutcome.UnknownOption { Options: var options } =>
            $"{id} has no option {CommentText.Safe(given.Option ?? "")}; it has {string.Join(", ", options.Select(CommentText.Safe))}.",
        AnswerOutcome.NotWaitedFor => $"{id} is not waited for now. `/plan status` tells what is.",
        _ => throw new StepException("This outcome is not known.", retryHelps: false),
    };

    private static string Taken(string id, InboxAnswer given) =>
        given.Option is { } option
            ? $"{id}: option {CommentText.Safe(option)} is taken, decided by {CommentText.Safe(given.By)}."
            : $"{id}: the answer of {CommentText.Safe(given.By)} is taken.";

    private static string PlannedAgain(string id, InboxAnswer given) => given.Option is { } option
        ? $"{id} was taken provisionally. The plan is made again with option {CommentText.Safe(option)}, decided by {CommentText.Safe(given.By)}; it comes as "
            + $"a new version."
        : $"The plan is made again with the answer of {CommentText.Safe(given.By)} to {id}; it comes as a new version.";

    private async Task<string> Status(Command command, StepCall call)
    {
        if (await Waiting(command.Ticket, call) is not { } run)
        {
            return NoRun;
        }

        if (RunProgress.Of(run) is not { Until: { } until, WaitingFor: { Count: > 0 } waiting })
        {
            return $"The plan is being made{(run.Status == RunStatus.Suspended ? ", and held by an operator" : "")}; nothing is waited for.";
        }

        var open = await ports.Desk.Open(run.InstanceId, call.Cancellation);
        var left = waiting.Where(w => open is null || open.Decisions.Any(d => d.Id == w.Id) || open.Questions.Any(q => q.Id == w.Id)).ToList();
        return left.Count == 0
            ? "All that was asked is answered; the plan goes on."
            : $"Waits until {CommentText.Moment(until)} for {string.Join("; ", left.Select(w => $"{w.Id} from {CommentText.Safe(w.From)}"))}.";
    }

    private async Task<string> Refine(Command command, ReplyCommand.Refine asked, StepCall call) =>
        await ports.FollowUps.Refine(command.Ticket, asked.Text, command.Author, call.Now, $"comment {command.Comment} {asked.Text}", call.Cancellation) switch
        {
            FollowOutcome.Started => "The plan is made again with that as a further criterion; it comes as a new version.",
            FollowOutcome.NoPlan => NoRun,
            FollowOutcome.Refused refused => refused.Reason,
            _ => throw new StepException("This outcome is not known.", retryHelps: false),
        };

    private async Task<string> Cancel(Command command, StepCall call)
    {
        var active = await runs.Active(command.Ticket, call.Cancellation);
        foreach (var run in active)
        {
            await ports.Client.Stop(run, $"cancelled by {command.Author}", call.Cancellation);
        }

        return active.Count == 0 && call.Attempt == 1 ? NoRun : "The run is cancelled; what was written stays.";
    }

    private async Task<string> Plan(Command command, StepCall call)
    {
        if (ports.Policy.Codebases.For(command.Ticket, asked: null) is not { } codebase)
        {
            return "It is not set up which code base this project uses. An administrator names it under `Codebases__NAME__Projects__0`.";
        }

        var digest = RunDigest.Of("comment " + command.Comment);
        var run = await runs.Start(
            new RunId(command.Ticket, new RunTrigger.Delivery(digest)).ToString(),
            ports.Policy.Request(command.Ticket, codebase),
            call.Cancellation);
        return run.IsAttached ? "A plan is being made already. `/plan status` tells what it waits for." : "A plan is being made; it comes as a comment.";
    }

    /// <summary>The run that is under way, or null.</summary>
    private async Task<RunInfo?> Waiting(string ticket, StepCall call) => await runs.Active(ticket, call.Cancellation) is [.., var last] ? last : null;
}
