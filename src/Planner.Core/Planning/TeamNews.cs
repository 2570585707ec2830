using Planner.Durability;

namespace Planner.Core.Planning;

/// <summary>Messages to the team. One that cannot be sent is said in the journal and fails nothing.</summary>
internal sealed class TeamNews(PlanningPorts ports, RunJournal journal)
{
    public async Task<bool> Tell(StepCall call, string text)
    {
        if (ports.Notifier is null)
        {
            return false;
        }

        try
        {
            await ports.Notifier.Notify(call.Key, text, call.Cancellation);
            await journal.Done(call, $"{Places.Publishing}.9", $"Told the team: {text}");
            return true;
        }
        catch (NotificationFailedException e)
        {
            await journal.Done(call, $"{Places.Publishing}.9", $"The team was not told: {e.Message}");
            return false;
        }
    }
}
