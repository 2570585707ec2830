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
        var (defaults, built) = (RunDefaults.From(configuration), new TriggerPolicy());
        return built with
        {
            Statuses = jira.TriggerStatuses.Count > 0 ? [.. jira.TriggerStatuses] : built.Statuses,
            ProjectStatuses = jira.Projects.Where(p => p.Value.TriggerStatuses.Count > 0)
                .ToDictionary(p => p.Key, p => (IReadOnlyList<string>)[.. p.Value.TriggerStatuses], StringComparer.OrdinalIgnoreCase),
            Codebases = defaults.Codebases,
            OnNewTrigger = OnNewTrigger(configuration),
            Commanders = Commander(jira.Commanders),
            Planning = defaults.Policy,
        };
    }

    private static NewTrigger OnNewTrigger(IConfiguration configuration) => (configuration["Planning:OnNewTrigger"] ?? "").ToLowerInvariant() switch
    {
        "" or "attach" => NewTrigger.Attach,
        "supersede" => NewTrigger.Supersede,
        var other => throw new UsageException($"Planning__OnNewTrigger is '{Terminal.Clean(other)}': write attach or supersede."),
    };

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
