using System.Text.Json;
using Planner.Core.LanguageModels;
using Planner.Core.Text.Secrets;
using Planner.Core.Tickets;
using Planner.Integrations.LanguageModels.Chat;

namespace Planner.Integrations.LanguageModels;

/// <summary>What an answer that is no completion means, by its status first and by the service's code second.</summary>
/// <param name="target">Who was asked.</param>
internal sealed class ModelErrors(ModelTarget target)
{
    private const int MaxWords = 300;

    /// <summary>True where the account is used up: waiting does not fill it.</summary>
    public static bool IsQuotaSpent(ChatResponse response) =>
        response.Error.Text("code") == "insufficient_quota" || response.Error.Text("type") == "insufficient_quota";

    /// <exception cref="InvalidOperationException">It is a completion.</exception>
    public Exception Of(ChatResponse response) => response.Status switch
    {
        >= 200 and < 300 => NoCompletion(response),
        >= 300 and < 400 => Wrong($"{target} sends elsewhere ({response.Status}): set LanguageModel__Endpoint to the address that it leads to."),
        429 when IsQuotaSpent(response) => Wrong($"The account of {target} is used up ({Said(response)}): raise its limit or fill it up."),
        429 => Out($"{target} takes no more requests for a while ({Said(response)}); it is tried again."),
        408 or 409 or 425 or >= 500 => Out($"{target} cannot answer now ({Said(response)}); it is tried again."),
        401 => Wrong($"{target} refuses the credentials ({Said(response)}): {target.SignInRemedy}"),
        403 => Wrong(
            $"{target} lets this caller not in ({Said(response)}): {target.SignInRemedy} "
            + "Where that is right, allow this network in the resource's firewall."),
        404 when IsAboutDeployment(response) => Wrong(
            $"{target} has no such deployment ({Said(response)}): set {target.Setting} to the name of one that it has."),
        404 => Wrong(
            $"There are no chat completions at {target} ({Said(response)}): "
            + "LanguageModel__Endpoint must be what /chat/completions follows, like https://NAME.openai.azure.com/openai/v1/."),
        _ => Wrong($"{target} does not take the request ({Said(response)}){Remedy(response)}."),
    };

    private ModelOutOfReachException NoCompletion(ChatResponse response)
    {
        if (response.IsCompletion)
        {
            throw new InvalidOperationException("A completion is no error.");
        }

        return Out(
            $"{target} answers with {(response.IsPage ? "a web page" : "something else")} instead of a completion: "
            + "check LanguageModel__Endpoint, and that no log-in page or proxy stands before it; it is tried again.");
    }

    private static bool IsAboutDeployment(ChatResponse response) =>
        response.Error.Text("code") is "DeploymentNotFound" or "model_not_found" || response.Error.Text("param") == "model";

    private string Remedy(ChatResponse response) => (response.Error.Text("code"), response.Error.Text("param")) switch
    {
        ("context_length_exceeded", _) => $": set {target.Setting} to a deployment that reads longer prompts",
        (_, "reasoning_effort") => ": set LanguageModel__ReasoningEffort of this tier to a word that the model knows, or unset it",
        ("unsupported_parameter" or "unsupported_value", _) => $": set {target.Setting} to a deployment of a newer chat model, with strict structured outputs",
        _ => "",
    };

    private ModelOutOfReachException Out(string message) => new(message, ModelKinds.OpenAi, target.Deployment);

    private static ModelRequestException Wrong(string message) => new(message);

    /// <summary>Status, code and the service's words. These may repeat what was sent, so that secrets are taken out and the end is cut.</summary>
    private string Said(ChatResponse response)
    {
        var words = TicketText.Line(Redaction.Of(target.WithoutKey(Words(response.Error))));
        var cut = words.Length <= MaxWords ? words : words[..MaxWords] + "…";
        var said = string.Join(", ", new[] { response.Error.Text("code"), cut }.Where(w => w.Length > 0 && w != $"{response.Status}"));
        return said.Length > 0 ? $"{response.Status}: {said}" : $"{response.Status}";
    }

    private static string Words(JsonElement error) => error.ValueKind == JsonValueKind.String && error.IsText() ? error.GetString()! : error.Text("message");
}
