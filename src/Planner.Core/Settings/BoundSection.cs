using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Planner.Core.Settings;

/// <summary>
/// The one way in which every host comes to the options of a section. What has the wrong type is told by its setting, and its value is
/// not shown: it may be a secret that was pasted into the wrong place. Keys that are no setting are passed over.
/// </summary>
public static class BoundSection
{
    /// <summary>The options of a section, with their defaults for what is not set.</summary>
    /// <typeparam name="T">Settable properties are the settings; their defaults serve as examples.</typeparam>
    /// <param name="configuration">The host's.</param>
    /// <param name="section">Like <c>Jira</c> or <c>Codebases:shop</c>.</param>
    /// <param name="faults">One line for each setting that is out of range, with how to mend it; null where nothing is.</param>
    /// <exception cref="OptionsValidationException">A setting is wrong; each failure says how to write it.</exception>
    public static T Bind<T>(IConfiguration configuration, string section, Func<T, IEnumerable<string>>? faults = null)
        where T : class, new()
    {
        Require<T>(section, SettingTypes.Faults<T>(section, key => configuration[key]));
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException)
        {
            // The binder's message would show the value.
            throw Wrong<T>(section, [$"The section {section} holds something that is no setting of it: compare it with docs/settings.md."]);
        }

        Require<T>(section, faults?.Invoke(options) ?? []);
        return options;
    }

    /// <summary>Refuses options that are wrong.</summary>
    /// <exception cref="OptionsValidationException">There are faults.</exception>
    public static void Require<T>(string section, IEnumerable<string> faults)
    {
        if (faults.ToList() is { Count: > 0 } found)
        {
            throw Wrong<T>(section, found);
        }
    }

    private static OptionsValidationException Wrong<T>(string section, IEnumerable<string> faults) => new(section, typeof(T), faults);
}
