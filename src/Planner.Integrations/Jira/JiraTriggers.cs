using Microsoft.Extensions.Options;
using Planner.Core.Events;

namespace Planner.Integrations.Jira;

/// <summary>What starts a run, and who may ask for what on tickets, as far as the section <c>Jira</c> says it.</summary>
public static class JiraTriggers
{
    /// <summary>The host's triggers with those of Jira.</summary>
    /// <exception cref="OptionsValidationException">Nobody could be told from the setting; it says how to mend it.</exception>
    public static TriggerPolicy With(this TriggerPolicy triggers, JiraOptions jira) => triggers with
    {
        Statuses = jira.TriggerStatuses.Count > 0 ? [.. jira.TriggerStatuses] : triggers.Statuses,
        ProjectStatuses = jira.Projects.Where(p => p.Value.TriggerStatuses.Count > 0)
            .ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[.. p.Value.TriggerStatuses], StringComparer.OrdinalIgnoreCase),
        Commanders = Commander(jira.Commanders),
    };

    private static Commanders Commander(string text)
    {
        try
        {
            return Commanders.Parse(text);
        }
        catch (FormatException e)
        {
            throw new OptionsValidationException(JiraOptions.Section, typeof(JiraOptions), [$"Jira__Commanders: {e.Message}"]);
        }
    }
}
