using System.Globalization;

namespace Planner.Core.Decisions;

/// <summary>What an item of a run's inbox is. Its name there is written and read here alone.</summary>
public abstract record InboxKey
{
    private const string LatePrefix = "late-";
    private const string InstructionPrefix = "instruction-";
    private const string DeadlinePrefix = "deadline-";

    private InboxKey()
    {
    }

    /// <summary>The answer to a decision or question that the run itself asked: <c>TD001</c>.</summary>
    public sealed record Answer(string Id) : InboxKey;

    /// <summary>The answer to what the run took provisionally, for a run that follows: <c>late-TD001</c>.</summary>
    public sealed record LateAnswer(string Id) : InboxKey;

    /// <summary>What somebody asks for besides, for a run that follows: <c>instruction-0a1b2c3d</c>.</summary>
    public sealed record Instruction(string Id) : InboxKey;

    /// <summary>The n-th time that somebody said how long the run waits for answers, from 1 on: <c>deadline-1</c>.</summary>
    public sealed record Deadline(int Number) : InboxKey;

    /// <summary>What a name in an inbox means; null for one that nobody here wrote.</summary>
    public static InboxKey? Parse(string item) => item switch
    {
        _ when After(item, LatePrefix) is { } late => new LateAnswer(late),
        _ when After(item, InstructionPrefix) is { } instruction => new Instruction(instruction),
        _ when After(item, DeadlinePrefix) is { } number => NumberOf(number),
        _ when item.Length > 0 && item.All(char.IsAsciiLetterOrDigit) => new Answer(item),
        _ => null,
    };

    /// <summary>The name in an inbox.</summary>
    public sealed override string ToString() => this switch
    {
        Answer answer => answer.Id,
        LateAnswer late => LatePrefix + late.Id,
        Instruction instruction => InstructionPrefix + instruction.Id,
        Deadline deadline => DeadlinePrefix + deadline.Number.ToString(CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException("An item is one of four."),
    };

    private static Deadline? NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Deadline(number) : null;

    private static string? After(string item, string prefix) =>
        item.Length > prefix.Length && item.StartsWith(prefix, StringComparison.Ordinal) ? item[prefix.Length..] : null;
}
