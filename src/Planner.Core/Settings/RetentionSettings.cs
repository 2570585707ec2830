using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Planning.Retention;

namespace Planner.Core.Settings;

/// <summary>Reads the section <c>Retention</c>, for every host.</summary>
public static class RetentionSettings
{
    /// <exception cref="OptionsValidationException">A setting is wrong; says how to mend it.</exception>
    public static RetentionOptions Read(IConfiguration configuration) =>
        BoundSection.Bind<RetentionOptions>(configuration, RetentionOptions.Section, o => o.Faults());
}
