using System.Text.Json;
using System.Text.Json.Serialization;
using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text;

namespace Planner.Core.Plans;

/// <summary>Decisions of all published plans, in the store's <c>decisions/index.json</c>; later tickets are grounded in them.</summary>
public sealed record DecisionMemory(IReadOnlyList<RememberedDecision> Decisions)
{
    private const int MostThings = 40;

    /// <summary>Its path among the shared documents.</summary>
    public const string Path = "decisions/index.json";

    /// <summary>
    /// The document with the decisions of a ticket's newest version in place of those of its older ones. A broken one stays as it
    /// is: people may want to mend it.
    /// </summary>
    public static string With(
        string? standing,
        string ticket,
        int version,
        IReadOnlyList<SettledDecision> decisions,
        Func<SettledDecision, IReadOnlyList<string>>? things = null)
    {
        if ((standing is null ? [] : Known(standing)) is not { } known || known.Any(d => d.Ticket == ticket && d.Version > version))
        {
            return standing!;
        }

        var fresh = decisions.Select(d => RememberedDecision.Of(ticket, version, d) with { Things = things?.Invoke(d) ?? [] });
        return PlanJson.Artifact(new DecisionMemory([.. known
            .Where(d => d.Ticket != ticket)
            .Concat(fresh)
            .OrderBy(d => d.Ticket, StringComparer.Ordinal)
            .ThenBy(d => d.Id, StringComparer.Ordinal)]));
    }

    /// <summary>What later tickets are grounded in: what other tickets settled.</summary>
    /// <returns>Null where the document is broken.</returns>
    public static IReadOnlyList<EarlierDecision>? Earlier(string? standing, string ticket) =>
        (standing is null ? [] : Known(standing)) is not { } known ? null :
        [.. known.Where(d => d.Ticket != ticket && d.Status != DecisionStatus.Pending).Select(d => d.Told())];

    private static IReadOnlyList<RememberedDecision>? Known(string standing)
    {
        try
        {
            return PlanJson.Read<DecisionMemory?>(standing)?.Decisions;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Files that stay, tables and endpoints of the tasks that a decision bears on, bounded.</summary>
    public static IReadOnlyList<string> ThingsOf(Plan plan, SettledDecision settled)
    {
        var tasks = plan.Tasks.Where(t => t.Satisfies.Contains(settled.Decision.Id, StringComparer.Ordinal)
            || (!t.Contingent && settled.Decision.Touches.Contains(t.Area, StringComparer.Ordinal))).ToList();
        return [.. tasks.SelectMany(t => t.Tables.Concat(t.Endpoints))
            .Concat(tasks.SelectMany(t => t.Files).Where(f => f.Change == ChangeKind.Modify).Select(f => f.Path))
            .Distinct(StringComparer.Ordinal)
            .Take(MostThings)
            .Order(StringComparer.Ordinal)];
    }
}

/// <summary>A decision as later tickets need it.</summary>
public sealed record RememberedDecision(
    string Ticket, int Version, string Id, string Category, string Title, string Option, string Decision, DecisionStatus Status, string Rationale,
    string ReviewTrigger)
{
    /// <summary>What it was about; null in what was remembered before there were keys.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TopicKey? Key { get; init; }

    /// <summary>What the chosen option comes down to; null in what was remembered before there were keys.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OptionKey? OptionKey { get; init; }

    /// <summary>Files, tables and endpoints that it bears on.</summary>
    public IReadOnlyList<string> Things { get; init; } = [];

    /// <summary>As a later ticket is told of it.</summary>
    public EarlierDecision Told() => new()
    {
        Source = Ticket,
        Key = Key?.ToString(),
        OptionKey = OptionKey?.ToString(),
        Id = Id,
        Title = Title,
        Category = Category,
        Decision = Decision,
        Status = Status.ToString(),
        Rationale = Rationale,
        ReviewTrigger = ReviewTrigger,
        Things = Things ?? [],
    };

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
        settled.Decision.ReviewTrigger)
    {
        Key = settled.Decision.Key is { IsWording: false } key ? key : null,
        OptionKey = settled.Chosen.Key is { IsWording: false } option ? option : null,
    };
}
