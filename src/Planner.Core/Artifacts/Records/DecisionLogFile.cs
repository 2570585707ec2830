using System.Text.Json.Serialization;
using Planner.Core.Opinions;
using Planner.Core.Plans;
using Planner.Core.Text;

namespace Planner.Core.Artifacts.Records;

/// <summary>The shape of <c>technical-decisions-log.json</c>.</summary>
public sealed record DecisionLogFile(string Feature, string Ticket, string Branch, IReadOnlyList<DecisionEntry> Decisions)
{
    /// <summary>Its path.</summary>
    public const string Path = "technical-decisions-log.json";

    /// <summary>The plan's decisions.</summary>
    public static DecisionLogFile Of(Plan plan) =>
        new(plan.Ticket.Summary, plan.Ticket.Key, BranchName.Of(plan.Ticket), [.. plan.Decisions.Select(DecisionEntry.Of)]);
}

/// <summary>A decision with what became of it.</summary>
public sealed record DecisionEntry
{
    /// <summary>Like TD001.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about, like <c>consistency:order-returns/i-payment-gateway</c>; left out where nothing but its words are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>Architecture, Technology, and so on.</summary>
    public required string Category { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Why it comes up.</summary>
    public required string Context { get; init; }

    /// <summary>The title of the chosen option; null while pending.</summary>
    public required string? Decision { get; init; }

    /// <summary>The id of the chosen option; null while pending.</summary>
    public required string? Option { get; init; }

    /// <summary>Two or more.</summary>
    public required IReadOnlyList<OptionEntry> Options { get; init; }

    /// <summary>The id of the recommended option.</summary>
    public required string Recommendation { get; init; }

    /// <summary>How it stands.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>Why, in the words of who decided.</summary>
    public required string Rationale { get; init; }

    /// <summary>When; null while pending.</summary>
    public required string? Timestamp { get; init; }

    /// <summary>Who; null while pending.</summary>
    [JsonPropertyName("decided_by")]
    public required string? DecidedBy { get; init; }

    /// <summary>Until when it was or is waited for; null where it was not asked yet.</summary>
    public required string? Deadline { get; init; }

    /// <summary>How hard it is to reverse.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>When to look at it again.</summary>
    [JsonPropertyName("review_trigger")]
    public required string ReviewTrigger { get; init; }

    /// <summary>What it changes in the implementation.</summary>
    public required string Impact { get; init; }

    /// <summary>Ids of decisions before it.</summary>
    [JsonPropertyName("depends_on")]
    public required IReadOnlyList<string> DependsOn { get; init; }

    /// <summary>The entry of a decision.</summary>
    public static DecisionEntry Of(SettledDecision settled)
    {
        var (decision, taken) = (settled.Decision, settled.Status != DecisionStatus.Pending);
        return new()
        {
            Id = decision.Id,
            Key = decision.Key is { IsWording: false } key ? key.ToString() : null,
            Category = decision.Category,
            Title = decision.Title,
            Context = decision.Context,
            Decision = taken ? settled.Chosen.Title : null,
            Option = taken ? settled.Option : null,
            Options = [.. decision.Options.Select(OptionEntry.Of)],
            Recommendation = decision.Recommendation,
            Status = settled.Status,
            Rationale = settled.Rationale,
            Timestamp = taken ? IsoTime.Of(settled.Timestamp) : null,
            DecidedBy = taken ? settled.DecidedBy : null,
            Deadline = IsoTime.OrNull(settled.Deadline),
            Reversibility = decision.Reversibility,
            ReviewTrigger = decision.ReviewTrigger,
            Impact = decision.Impact,
            DependsOn = decision.DependsOn,
        };
    }
}

/// <summary>One way to go.</summary>
public sealed record OptionEntry(string Id, string Title, IReadOnlyList<string> Pros, IReadOnlyList<string> Cons, string Cost, Reversibility Reversibility)
{
    /// <summary>What it comes down to, like <c>outbox</c>; left out where nothing but its words are known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>When it fits best; may be empty.</summary>
    public string BestFor { get; init; } = "";

    /// <summary>What it takes to move to it later; may be empty.</summary>
    public string MigrationPath { get; init; } = "";

    /// <summary>How its parts hang together; left out where a drawing would tell nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sketch? Sketch { get; init; }

    /// <summary>The entry of an option.</summary>
    public static OptionEntry Of(DecisionOption option) => new(option.Id, option.Title, option.Pros, option.Cons, option.Cost, option.Reversibility)
    {
        Key = option.Key is { IsWording: false } key ? key.ToString() : null,
        BestFor = option.BestFor,
        MigrationPath = option.MigrationPath,
        Sketch = option.Sketch,
    };
}

/// <summary>Renders <c>technical-decisions-log.json</c>.</summary>
internal sealed class DecisionLogRecord : IArtifactRenderer
{
    public string Path => DecisionLogFile.Path;

    public string? NotApplicable(Plan plan) => null;

    public string Render(Plan plan) => PlanJson.Artifact(DecisionLogFile.Of(plan));
}
