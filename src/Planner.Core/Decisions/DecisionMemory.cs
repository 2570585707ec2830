using Planner.Core.Artifacts;

namespace Planner.Core.Decisions;

/// <summary>Decisions of all published plans, in the store's <c>decisions/index.json</c>; later tickets are grounded in them.</summary>
public sealed record DecisionMemory(IReadOnlyList<RememberedDecision> Decisions)
{
    /// <summary>Its path among the shared documents.</summary>
    public const string Path = "decisions/index.json";

    /// <summary>The document with the decisions of a ticket's newest version in place of those of its older ones.</summary>
    public static string With(string? standing, string ticket, int version, IReadOnlyList<SettledDecision> decisions)
    {
        var known = standing is null ? [] : PlanJson.Read<DecisionMemory>(standing).Decisions;
        if (known.Any(d => d.Ticket == ticket && d.Version > version))
        {
            return standing!;
        }

        var fresh = decisions.Select(d => RememberedDecision.Of(ticket, version, d));
        return PlanJson.Artifact(new DecisionMemory([.. known
            .Where(d => d.Ticket != ticket)
            .Concat(fresh)
            .OrderBy(d => d.Ticket, StringComparer.Ordinal)
            .ThenBy(d => d.Id, StringComparer.Ordinal)]));
    }
}

/// <summary>A decision as later tickets need it.</summary>
public sealed record RememberedDecision(
    string Ticket, int Version, string Id, string Category, string Title, string Option, string Decision, DecisionStatus Status, string Rationale, string ReviewTrigger)
{
    /// <summary>Of a settled decision.</summary>
    public static RememberedDecision Of(string ticket, int version, SettledDecision settled) => new(
        ticket,
        version,
        settled.Decision.Id,
        settled.Decision.Category,
        settled.Decision.Title,
        settled.Option,
        settled.Chosen.Title,
        settled.Status,
        settled.Rationale,
        settled.Decision.ReviewTrigger);
}
