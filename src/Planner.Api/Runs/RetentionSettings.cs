using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Planning.Retention;

namespace Planner.Api.Runs;

/// <summary>Reads the section <c>Retention</c>, for every host.</summary>
public static class RetentionSettings
{
    /// <exception cref="OptionsValidationException">A setting is wrong; says how to mend it.</exception>
    public static RetentionOptions Read(IConfiguration configuration)
    {
        var options = new RetentionOptions();
        var faults = TryBind(configuration, options)
            ? [.. options.Faults()]
            : new[] { "Retention__Days is no whole number: give days, or 0 to keep runs for ever." };
        return faults.Length == 0 ? options : throw new OptionsValidationException(RetentionOptions.Section, typeof(RetentionOptions), faults);
    }

    private static bool TryBind(IConfiguration configuration, RetentionOptions options)
    {
        try
        {
            configuration.GetSection(RetentionOptions.Section).Bind(options);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
