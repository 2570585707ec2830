using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Planner.Codebase.Database;
using Planner.Codebase.Reading;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Lookup;
using Planner.Core.Grounding.Snapshots;
using Planner.Core.Settings;
using Planner.Core.Text.Secrets;

namespace Planner.Codebase.Hosting;

/// <summary>What a host that serves many tickets reads: code bases, the database, and the panel with what the teams added.</summary>
public static class CodebaseServices
{
    /// <summary>Adds the readers; nothing is read yet.</summary>
    /// <param name="services">The host's.</param>
    /// <param name="configuration">Sections <c>Codebases</c> and <c>Database</c>.</param>
    /// <param name="places">The artifact container; null where artifacts go to a folder.</param>
    /// <param name="data">The absolute folder of the host's data, or null where it has none of its own.</param>
    /// <param name="plans">The absolute folder that plans lie in, or null for a container.</param>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it.</exception>
    public static IServiceCollection AddPlannerCodebase(
        this IServiceCollection services,
        IConfiguration configuration,
        ISnapshotPlaces? places,
        string? data,
        string? plans)
    {
        var codebases = ServedCodebases.From(configuration, places, data);
        if (DatabaseSettings.Read(configuration) is { } database)
        {
            services.AddSingleton(database);
        }

        return services
            .AddSingleton(codebases)
            .AddSingleton(codebases.Panel())
            .AddSingleton(provider => new CodebaseReader(codebases, Reading(data, plans)) { Redactor = provider.GetService<Redactor>() ?? Redactor.Bare })
            .AddSingleton<ICodebaseReader>(provider => provider.GetRequiredService<CodebaseReader>())
            .AddSingleton<ICodeViews>(provider => provider.GetRequiredService<CodebaseReader>());
    }

    /// <summary>Reads and checks the sections of <see cref="AddPlannerCodebase"/>, and adds nothing.</summary>
    /// <exception cref="OptionsValidationException">As there; all that is wrong is told at once.</exception>
    public static void CheckPlannerCodebase(IConfiguration configuration, ISnapshotPlaces? places, string? data) => SettingFaults.Check(
        () => ServedCodebases.From(configuration, places, data).Panel(),
        () => DatabaseSettings.Read(configuration));

    private static CodebaseOptions Reading(string? data, string? plans) => new()
    {
        ExcludedFolders = [.. new[] { data, plans }.OfType<string>().Distinct(StringComparer.Ordinal)],
        CacheFolder = data is null ? null : Path.Combine(data, ".planner"),
    };
}
