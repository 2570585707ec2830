using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Settings;

namespace Planner.Api;

/// <summary>Binds a section of the configuration; what has the wrong type is told by its setting, and its value is not shown.</summary>
internal static class BoundSection
{
    /// <exception cref="OptionsValidationException">A text cannot be converted; each failure says how to write it.</exception>
    public static T Bind<T>(IConfiguration configuration, string section)
        where T : new()
    {
        var faults = SettingTypes.Faults<T>(section, key => configuration[key]).ToList();
        if (faults.Count > 0)
            throw new OptionsValidationException(section, typeof(T), faults);
        var options = new T();
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException)
        {
            // The binder's message would show the value.
            throw new OptionsValidationException(section, typeof(T), [$"The section {section} holds something that is no setting of it: compare it with docs/settings.md."]);
        }

        return options;
    }
}
