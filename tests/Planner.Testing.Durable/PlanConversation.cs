using Planner.Core.Artifacts;
using Planner.Core.Decisions;
using Planner.Core.Opinions;
using Planner.Core.Planning.Replanning;
using Planner.Core.Planning.Runs;
using Planner.Durability;

namespace Planner.Testing.Durable;

/// <summary>People who answer everything that a run asks, as it recommends.</summary>
/// <param name="client">The engine's at that moment; it may be started anew meanwhile.</param>
/// <param name="inbox">Where answers go.</param>
/// <param name="store">Where the run keeps what it asks.</param>
/// <param name="run">The run.</param>
internal sealed class PlanConversation(Func<IWorkflowClient> client, IInbox inbox, IArtifactStore store, string run)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Returns when the run has ended; answers may lead to another agenda.</summary>
    public async Task AnswerEverything()
    {
        while (await Agenda() is { } agenda)
        {
            foreach (var decision in agenda.Decisions)
            {
                await Desk.Decide(
                    run,
                    decision.Id,
                    InboxAnswer.Decided(decision.Recommendation, "agreed", "Rita", DateTimeOffset.UnixEpoch),
                    CancellationToken.None);
            }

            foreach (var question in agenda.Questions)
            {
                await Desk.Answer(run, question.Id, InboxAnswer.Answered("yes", "Rita", DateTimeOffset.UnixEpoch), CancellationToken.None);
            }
        }
    }

    /// <summary>What is open once the run waits; null where it has ended.</summary>
    public async Task<OpenAgenda?> Agenda()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await client().Get(run, patience.Token))!.HasEnded)
        {
            if (await Desk.Open(run, patience.Token) is { } agenda && agenda.Decisions.Count + agenda.Questions.Count > 0)
            {
                return agenda;
            }

            await Task.Delay(50, patience.Token);
        }

        return null;
    }

    /// <summary>How a run ended.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<PlanResult> Result(IWorkflowClient client, string run)
    {
        using var patience = new CancellationTokenSource(Patience);
        var end = await client.WaitForEnd(run, patience.Token);
        return end.Status == RunStatus.Completed
            ? Payload.Read<PlanResult>(end.Output!)
            : throw new InvalidOperationException($"{run} is {end.Status}: {end.Reason}");
    }

    private AnswerService Desk => new(client(), inbox, store);
}
