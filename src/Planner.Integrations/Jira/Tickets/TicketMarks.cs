using System.Text.Json;
using Planner.Core.Tickets;
using Planner.Integrations.Jira.Rest;

namespace Planner.Integrations.Jira.Tickets;

/// <summary>Label and transition of a ticket whose plan is there. What Jira refuses is said, and costs nothing else.</summary>
internal sealed class TicketMarks(JiraClient jira, JiraOptions options)
{
    public async Task<string?> Set(string key, bool needsAttention, CancellationToken cancellation)
    {
        var done = new List<string>();
        if (!string.IsNullOrWhiteSpace(options.Label))
        {
            done.Add(await Refusable($"{key} was not labelled", () => Label(key, options.Label.Trim(), cancellation)));
        }

        var target = needsAttention ? options.TransitionToOnAttention : options.TransitionTo;
        if (!string.IsNullOrWhiteSpace(target))
        {
            done.Add(await Refusable($"{key} was not moved", () => Move(key, target.Trim(), cancellation)));
        }

        return done.Count == 0 ? null : string.Join(" ", done);
    }

    private static async Task<string> Refusable(string otherwise, Func<Task<string>> work)
    {
        try
        {
            return await work();
        }
        catch (JiraException fault) when (fault is JiraPermissionException or JiraRejectedException { RetryHelps: false })
        {
            return $"{otherwise}: {TicketText.Line(fault.Message)}";
        }
    }

    private async Task<string> Label(string key, string label, CancellationToken cancellation)
    {
        await jira.Issues.AddLabel(key, label, cancellation);
        return $"{key} is labelled {label}.";
    }

    /// <summary>Its status is looked at first: a transition that was made by an earlier attempt is not made twice.</summary>
    private async Task<string> Move(string key, string target, CancellationToken cancellation)
    {
        JsonElement issue = await jira.Issues.Get(key, ["status"], cancellation);
        if (issue.Object("fields")?.Object("status") is { } status && Is(target, JiraShapes.Id(status), status.Text("name")))
        {
            return $"{key} is in {target}.";
        }

        var transitions = await jira.Issues.Transitions(key, cancellation);
        if (transitions.FirstOrDefault(t => Is(target, t.ToStatusId, t.ToStatus)) is not { } way)
        {
            return $"{key} was not moved: from where it is, no transition leads to {target} for this account.";
        }

        if (options.IsTrigger(way.ToStatus) || options.IsTrigger(way.ToStatusId))
        {
            return $"{key} was not moved: {TicketText.Line(way.ToStatus)} is a status that starts plans.";
        }

        await jira.Issues.Transit(key, way, cancellation);
        return $"{key} is moved to {TicketText.Line(way.ToStatus)}.";
    }

    private static bool Is(string target, string id, string name) => target == id || target.Equals(name, StringComparison.OrdinalIgnoreCase);
}
