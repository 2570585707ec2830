using Microsoft.Extensions.Configuration;
using Planner.Api.Runs;
using Planner.Core.Events;
using Planner.Integrations.Jira;

namespace Planner.Cli.Serving;

/// <summary>What starts a run, and who may ask for what on tickets: the sections Jira, Codebases, Planning and Decisions.</summary>
internal static class Triggers
{
    public static TriggerPolicy From(IConfiguration configuration, JiraOptions jira)
    {
        var triggers = RunDefaults.From(configuration).Triggers;
        return triggers with
        {
            Statuses = jira.TriggerStatuses.Count > 0 ? [.. jira.TriggerStatuses] : triggers.Statuses,
            ProjectStatuses = jira.Projects.Where(p => p.Value.TriggerStatuses.Count > 0)
                .ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[.. p.Value.TriggerStatuses], StringComparer.OrdinalIgnoreCase),
            Commanders = Commander(jira.Commanders),
        };
    }

    private static Commanders Commander(string text)
    {
        try
        {
            return Commanders.Parse(text);
        }
        catch (FormatException e)
        {
            throw new UsageException($"Jira__Commanders: {e.Message}");
        }
    }
}
