using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;

namespace Planner.Integrations.LanguageModels;

/// <summary>Whether each deployment answers, by one small question that asks for a strict schema.</summary>
public static class ModelCheckup
{
    // Less than whoever examines waits, so that the fault is told by its cause.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    // Models that reason spend some hundred before they say a word.
    private const int MaxOutputTokens = 2_000;

    private static readonly AnswerSchema Schema = new(
        "checkup",
        """{"type":"object","properties":{"ready":{"type":"boolean"}},"required":["ready"],"additionalProperties":false}""");

    /// <summary>Asks every deployment once.</summary>
    /// <returns>What answered, or null where the rules think.</returns>
    /// <exception cref="OptionsValidationException">A setting is wrong; the failure says how to mend it.</exception>
    /// <exception cref="ModelOutOfReachException">A deployment does not answer.</exception>
    /// <exception cref="ModelRequestException">A deployment refuses the question; says what to mend.</exception>
    public static async Task<string?> Reach(IConfiguration configuration, TimeProvider time, CancellationToken cancellation)
    {
        if (LanguageModelSettings.Read(configuration) is not { } options)
        {
            return null;
        }

        (options.Timeout, options.TotalTimeout, options.Retries) = (Patience, Patience, 0);
        var (model, terms) = ConfiguredModel.Open(options, configuration, time, NullLoggerFactory.Instance);
        using (model)
        {
            var tiers = Enum.GetValues<ModelTier>().DistinctBy(model.Deployment);
            return string.Join("; ", await Task.WhenAll(tiers.Select(tier => Ask(model, tier, terms.Prices, time, cancellation))));
        }
    }

    private static async Task<string> Ask(OpenAiModel model, ModelTier tier, ModelPrices prices, TimeProvider time, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var answer = await model.Complete(Question(tier), cancellation);
        var price = prices.ByDeployment.ContainsKey(answer.Deployment) ? "" : ", no price is set";
        return $"{answer.Deployment} answers as {answer.Model} in {time.GetElapsedTime(began).TotalMilliseconds:0} ms, {Told(answer)}{price}";
    }

    private static ModelRequest Question(ModelTier tier) => new()
    {
        Tier = tier,
        Messages = [new SystemMessage("Answer by the schema."), new UserMessage("Are you ready?")],
        Schema = Schema,
        MaxOutputTokens = MaxOutputTokens,
    };

    private static string Told(ModelAnswer answer) => answer switch
    {
        CompletedAnswer { Text: var text } when IsByTheSchema(text) => "strict schema ok",
        CompletedAnswer => throw Wrong(answer, "does not keep to a strict schema: choose a model with structured outputs"),
        CutOffAnswer => $"but was cut off after {answer.Usage.Output} tokens ({answer.Usage.Reasoning} of reasoning), so that the schema was not tried",
        RefusedAnswer or FilteredAnswer => throw Wrong(answer, "refuses a harmless question: look at its content filter"),
        ToolCallsAnswer or EmptyAnswer => throw Wrong(answer, "answers without content: choose another model"),
        _ => throw new InvalidOperationException("The kinds of answers are closed."),
    };

    private static ModelRequestException Wrong(ModelAnswer answer, string what) => new($"The model's deployment {answer.Deployment} ({answer.Model}) {what}.");

    private static bool IsByTheSchema(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.EnumerateObject().ToList() is [{ Name: "ready", Value.ValueKind: JsonValueKind.True or JsonValueKind.False }];
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
