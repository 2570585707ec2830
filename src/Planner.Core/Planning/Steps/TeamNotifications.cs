using Planner.Core.Conversation;
using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>
/// Messages to the team, each sent at most once: that it is going to be sent is noted before, since a step may run again after a
/// crash and no receiver tells a message from its repetition. One that cannot be sent is said in the journal and fails nothing.
/// </summary>
internal sealed class TeamNotifications(PlanningPorts ports, RunJournal journal)
{
    private const string Place = $"{JournalOrder.Publishing}.9";

    public async Task<bool> Tell(StepCall call, TeamMessage message)
    {
        if (ports.Notifier is not { } notifier)
        {
            return false;
        }

        var name = TextHash.Of($"notified {call.Key}");
        if (await ports.Store.Noted(message.Ticket, call.RunId, name, call.Cancellation) is not null)
        {
            // Where the journal has it already, this adds nothing.
            await journal.Done(call, Place, $"It is not known whether the team was told, since the process ended meanwhile: {message.Headline}");
            return false;
        }

        await ports.Store.Note(message.Ticket, call.RunId, name, name, call.Cancellation);
        return await Send(call, notifier, message);
    }

    private async Task<bool> Send(StepCall call, INotifier notifier, TeamMessage message)
    {
        try
        {
            await notifier.Notify(message, call.Cancellation);
        }
        catch (NotificationFailedException e)
        {
            await journal.Done(call, Place, $"The team was not told \"{message.Headline}\": {e.Message}");
            return false;
        }

        await journal.Done(call, Place, $"Told the team: {message.Headline}");
        return true;
    }
}
