using Planner.Integrations.LanguageModels.Settings;

namespace Planner.Integrations.LanguageModels;

/// <summary>Who is asked, as messages name it.</summary>
internal sealed class ModelTarget(LanguageModelOptions options, string deployment)
{
    private const string Hidden = "(key)";
    private readonly Uri endpoint = ModelEndpoint.Of(options.Endpoint);

    public string Deployment => deployment;

    public string Host => endpoint.Host;

    /// <summary>The setting that names the deployment.</summary>
    public string Setting => new ModelDeployments(options).Setting(deployment);

    /// <summary>What helps when credentials do not; a sentence.</summary>
    public string SignInRemedy => string.IsNullOrWhiteSpace(options.ApiKey)
        ? "give the identity of this process the role \"Cognitive Services OpenAI User\" on the resource, or set LanguageModel__ApiKey."
        : "set LanguageModel__ApiKey to a key of the resource that LanguageModel__Endpoint names.";

    /// <summary>A text in which the key does not stand, should the service repeat it.</summary>
    public string WithoutKey(string text) =>
        string.IsNullOrWhiteSpace(options.ApiKey) ? text : text.Replace(options.ApiKey.Trim(), Hidden, StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => $"The model's deployment {deployment} at {endpoint.Host}";
}
