using Planner.Core.Text;
using Planner.Core.Text.Markdown;

namespace Planner.Core.Artifacts.Sessions;

/// <summary>What a run did, for <c>planning_session.log</c>.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Ticket">The ticket's key.</param>
/// <param name="Lines">In the order in which the story did it, not in that of a race.</param>
public sealed record SessionRecord(string RunId, string Ticket, IReadOnlyList<SessionLine> Lines)
{
    /// <summary>The log's path.</summary>
    public const string Path = "planning_session.log";

    /// <summary>The log: a header and one line for each entry.</summary>
    public Artifact Render()
    {
        var width = Lines.Select(l => l.Step.Length).DefaultIfEmpty(0).Max();
        var lines = Lines.Select(l => $"{IsoTime.Of(l.At)}  {MarkdownEscape.OneLine(l.Step).PadRight(width)}  {MarkdownEscape.OneLine(l.Message)}".TrimEnd());
        return new(Path, string.Concat(lines.Prepend($"run {RunId} of {Ticket}").Select(l => l + "\n")));
    }
}

/// <summary>One thing that a run did.</summary>
/// <param name="At">By the workflow's clock.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Message">One sentence; line breaks are taken out.</param>
public sealed record SessionLine(DateTimeOffset At, string Step, string Message);
