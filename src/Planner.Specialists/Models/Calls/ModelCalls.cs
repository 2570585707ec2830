using Planner.Core.LanguageModels;
using Planner.Core.Text.Secrets;

namespace Planner.Specialists.Models.Calls;

/// <summary>The one way to a model: without secrets, paid once, written down before it is used.</summary>
internal sealed class ModelCalls(ILanguageModel model, TurnLedger ledger, ModelPrices prices)
{
    /// <summary>The kind of the model.</summary>
    public string Kind => model.Kind;

    /// <summary>The answer to a request, and what it costs in this run.</summary>
    public async Task<PaidAnswer> Ask(ModelRequest request, CallPlace place, CancellationToken cancellation)
    {
        var (clean, content) = Redaction.OfValue(request);
        var question = $"{model.Kind}\n{model.Deployment(request.Tier)}\n{content}";
        var (turn, reused) = await ledger.Once(place, question, () => Answer(clean, place, cancellation), cancellation);
        return new PaidAnswer(turn.Answer, turn.CostUsd, reused);
    }

    private async Task<Turn> Answer(ModelRequest request, CallPlace place, CancellationToken cancellation)
    {
        var answer = await model.Complete(request, cancellation);
        return new Turn(place.Step, place.Turn, answer, prices.Of(answer.Deployment, answer.Usage));
    }
}
