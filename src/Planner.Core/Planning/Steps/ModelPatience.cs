using Planner.Core.Planning.Runs;
using Planner.Core.Text;
using Planner.Durability;

namespace Planner.Core.Planning.Steps;

/// <summary>How long a model out of reach is waited for: as long as an outage may last, once in a run.</summary>
internal sealed class ModelPatience(PlanningPorts ports)
{
    private const string Words = "the model was waited for as long as an outage may last";

    /// <summary>True where nobody waits any more; then the rules think.</summary>
    public async Task<bool> IsSpent(string ticket, RetryPolicy retry, StepCall call)
    {
        var name = TextHash.Of(Words);
        if (await ports.Store.Noted(ticket, call.RunId, name, call.Cancellation) is not null)
        {
            return true;
        }

        if (call.Attempt < retry.MaxAttempts)
        {
            return false;
        }

        var content = await ports.Store.PutContent(ticket, call.RunId, Words, call.Cancellation);
        await ports.Store.Note(ticket, call.RunId, name, content, call.Cancellation);
        return true;
    }
}
