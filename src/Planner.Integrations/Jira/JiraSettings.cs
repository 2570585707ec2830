using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Planner.Core.Settings;

namespace Planner.Integrations.Jira;

/// <summary>The section <c>Jira</c> of a host's configuration.</summary>
public static class JiraSettings
{
    /// <summary>The section, checked; null where no Jira is configured. Nothing is called.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; each failure says how to mend it and shows no secret.</exception>
    public static JiraOptions? Read(IConfiguration configuration)
    {
        var options = BoundSection.Bind<JiraOptions>(configuration, JiraOptions.Section, o => new JiraOptionsValidator().Validate(null, o).Failures ?? []);
        return options.IsConfigured ? options : null;
    }
}
