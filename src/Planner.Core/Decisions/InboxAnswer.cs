using System.Text.Json.Serialization;
using Planner.Core.Opinions;
using Planner.Durability;

namespace Planner.Core.Decisions;

/// <summary>What stands in the inbox under a decision's or question's id. Who writes it first decides.</summary>
public sealed record InboxAnswer
{
    /// <summary>What was answered; null in answers from before there were keys, which are told by the id alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TopicKey? Key { get; init; }

    /// <summary>For a decision: the chosen option's id.</summary>
    public string? Option { get; init; }

    /// <summary>For a decision: what the chosen option comes down to; null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OptionKey? OptionKey { get; init; }

    /// <summary>For a question: the answer; null where the assumption stands.</summary>
    public string? Text { get; init; }

    /// <summary>Why.</summary>
    public string Rationale { get; init; } = "";

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>True where the deadline wrote it.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>In a few words.</summary>
    [JsonIgnore]
    public string InWords => (Option, IsProvisional) switch
    {
        ({ } option, true) => $"PROVISIONAL, option {option} by {By}",
        ({ } option, false) => $"decided, option {option} by {By}",
        (null, true) => "unanswered, the assumption stands",
        (null, false) => $"answered by {By}",
    };

    /// <summary>True where the same person said the same, whenever.</summary>
    internal bool IsSame(InboxAnswer other) => (By, Option, Text) == (other.By, other.Option, other.Text);

    /// <summary>The answer with the keys of what it answers, so that it finds it again in other words and another order.</summary>
    internal InboxAnswer To(Decision decision) =>
        this with { Key = decision.Key, OptionKey = decision.Options.FirstOrDefault(o => o.Id == Option)?.Key };

    /// <summary>The same for a question.</summary>
    internal InboxAnswer To(Question question) => this with { Key = question.Key };

    /// <summary>The option of a decision that was chosen, by its key before its letter; null where it has no such option.</summary>
    internal DecisionOption? ChosenOf(Decision decision) =>
        decision.Options.FirstOrDefault(o => o.Key == OptionKey)
        ?? (LettersTell(decision) ? decision.Options.FirstOrDefault(o => o.Id == Option) : null);

    // Where one side has no keys, because it was stored before there were any, letters are all there is.
    private bool LettersTell(Decision decision) => OptionKey is null or { IsWording: true } || decision.Options.All(o => o.Key.IsWording);

    /// <summary>What an item of the inbox holds; with the one time that is written, where there is one.</summary>
    internal static InboxAnswer Read(InboxItem item, DateTimeOffset? sourceDate)
    {
        var answer = Payload.Read<InboxAnswer>(item.Payload);
        return sourceDate is { } date ? answer with { At = date } : answer;
    }

    /// <summary>A person's choice.</summary>
    public static InboxAnswer Decided(string option, string rationale, string by, DateTimeOffset at) =>
        new() { Option = option, Rationale = rationale, By = by, At = at };

    /// <summary>A person's answer to a question.</summary>
    public static InboxAnswer Answered(string text, string by, DateTimeOffset at) =>
        new() { Text = text, By = by, At = at };

    /// <summary>What the deadline takes.</summary>
    public static InboxAnswer Provisional(ProvisionalChoice choice, DateTimeOffset at) =>
        new() { Option = choice.Option, Rationale = choice.Rationale, By = ProvisionalChoice.DecidedBy, At = at, IsProvisional = true };

    /// <summary>A blocking question that nobody answered.</summary>
    public static InboxAnswer Assumed(Question question, DateTimeOffset at) =>
        new() { Rationale = question.Assumption, By = ProvisionalChoice.DecidedBy, At = at, IsProvisional = true };
}
