using Planner.Durability;

namespace Planner.Core.Planning.Runs;

/// <summary>
/// Writes the journal. An entry's id starts with its place in the story, so that sorting by id tells the story in its
/// order, whichever of two parallel steps ended first.
/// </summary>
internal sealed class RunJournal(IJournal journal, DateTimeOffset? sourceDate)
{
    /// <summary>Work has begun: for people who watch, not for the session log.</summary>
    public Task Begin(StepCall call, string place, string text) => Write(call, place, JournalKinds.Status, text);

    /// <summary>Work is done.</summary>
    public Task Done(StepCall call, string place, string text) => Write(call, place, JournalKinds.Progress, text);

    /// <summary>A decision was asked for, taken or marked.</summary>
    public Task Decision(StepCall call, string place, string text) => Write(call, place, JournalKinds.Decision, text);

    private Task Write(StepCall call, string place, string kind, string text) =>
        journal.Append(
            call.RunId,
            [new JournalEntry($"{place}|{call.Key}|{kind}", sourceDate ?? call.Now, kind, OneLine(text))],
            call.Cancellation);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
