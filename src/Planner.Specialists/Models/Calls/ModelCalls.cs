using Planner.Core.LanguageModels;
using Planner.Core.Text;
using Planner.Core.Text.Secrets;

namespace Planner.Specialists.Models.Calls;

/// <summary>The one way to a model: without secrets, within the budget, paid once, written down before it is used.</summary>
internal sealed class ModelCalls(ILanguageModel model, TurnLedger ledger, CallAccount account, Redactor redactor)
{
    /// <summary>The kind of the model.</summary>
    public string Kind => model.Kind;

    /// <summary>The answer to a request, and what it costs in this run.</summary>
    /// <exception cref="ModelBudgetException">The budget leaves no room for it; nothing was called.</exception>
    public async Task<PaidAnswer> Ask(ModelRequest request, CallPlace place, CancellationToken cancellation)
    {
        var (clean, content) = redactor.OfValue(request);
        var deployment = model.Deployment(request.Tier);
        var name = TextHash.Of($"{model.Kind}\n{deployment}\n{content}");
        var turn = await ledger.Once(place, name, () => Answer(clean, deployment, name, place, cancellation), cancellation);
        await account.Close(place, name, turn, cancellation);
        return new PaidAnswer(turn.Answer, turn.CostUsd, turn.Reused, name[..16]);
    }

    private async Task<Turn> Answer(ModelRequest request, string deployment, string name, CallPlace place, CancellationToken cancellation)
    {
        if (await account.Open(place, name, request, deployment, cancellation) is { } limit)
        {
            throw new ModelBudgetException(limit, model.Kind, deployment, []);
        }

        try
        {
            var answer = await CallTelemetry.Measured(deployment, () => model.Complete(request, cancellation));
            var cost = account.CostOf(answer);
            CallTelemetry.Paid(answer, cost);
            return new Turn(place.Step, place.Turn, answer, cost) { Day = place.Day };
        }
        catch (Exception fault) when (fault is ModelOutOfReachException or ModelRequestException)
        {
            // Only what cost nothing is thrown.
            await account.Withdraw(place, name, cancellation);
            throw;
        }
    }
}
