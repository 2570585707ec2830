using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Planner.Core.LanguageModels;
using Planner.Integrations.Blobs;
using Planner.Integrations.LanguageModels.Settings;

namespace Planner.Integrations.LanguageModels;

/// <summary>The one way in which hosts come to a language model.</summary>
/// <param name="Model">Whoever opens it disposes of it.</param>
/// <param name="Terms">What its deployments charge, and what may be spent.</param>
public sealed record ConfiguredModel(OpenAiModel Model, ModelTerms Terms)
{
    /// <summary>The model of the section <c>LanguageModel</c>, which is checked; null where the rules think. Nothing is called.</summary>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure says how to mend it and shows no secret.</exception>
    public static ConfiguredModel? Open(IConfiguration configuration, TimeProvider time, ILoggerFactory loggers) =>
        LanguageModelSettings.Read(configuration) is { } options ? Open(options, configuration, time, loggers) : null;

    internal static ConfiguredModel Open(LanguageModelOptions options, IConfiguration configuration, TimeProvider time, ILoggerFactory loggers) => new(
        new OpenAiModel(options, BlobIdentity.OfProcess(configuration).Credential(), time, loggers.CreateLogger<OpenAiModel>()),
        LanguageModelSettings.Terms(options, configuration));
}
