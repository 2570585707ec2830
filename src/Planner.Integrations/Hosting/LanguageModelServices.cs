using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Planner.Core.LanguageModels;
using Planner.Integrations.LanguageModels;
using Planner.Integrations.LanguageModels.Settings;

namespace Planner.Integrations.Hosting;

/// <summary>A language model, where one is configured.</summary>
internal static class LanguageModelServices
{
    /// <summary>
    /// Adds <see cref="ILanguageModel"/>, <see cref="ModelTerms"/> and the <see cref="Planner.Core.Text.Secrets.Redactor"/> of what it is
    /// sent; none where the rules think.
    /// </summary>
    public static IServiceCollection AddLanguageModel(this IServiceCollection services, IConfiguration configuration, string? data)
    {
        if (LanguageModelSettings.Read(configuration) is not { } options)
        {
            return services;
        }

        // Made by the container, which also disposes of it.
        return services
            .AddSingleton<ILanguageModel>(provider => ConfiguredModel.Open(
                options, configuration, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILoggerFactory>()).Model)
            .AddSingleton(LanguageModelSettings.Terms(options, configuration))
            .AddSingleton(_ => RedactionKey.Open(configuration, data));
    }
}
