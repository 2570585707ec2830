using System.Collections;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Planner.Durability.Telemetry;

/// <summary>A run's id and its ticket's key, as they stand on spans and as a scope on log lines.</summary>
public sealed partial class RunLabels : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const int LongestId = 256;

    private readonly KeyValuePair<string, object?>[] labels;

    private RunLabels(string runId)
    {
        RunId = runId;
        Ticket = TicketOf(runId);
        labels = Ticket is null
            ? [new(TagNames.RunId, runId)]
            : [new(TagNames.RunId, runId), new(TagNames.TicketKey, Ticket)];
    }

    /// <summary>The run.</summary>
    public string RunId { get; }

    /// <summary>The ticket's key, or null where the id names none.</summary>
    public string? Ticket { get; }

    /// <inheritdoc />
    public int Count => labels.Length;

    /// <inheritdoc />
    public KeyValuePair<string, object?> this[int index] => labels[index];

    /// <summary>The labels of a run.</summary>
    /// <param name="runId">As given at its start, or as a caller wrote it: cut to 256 characters.</param>
    public static RunLabels Of(string runId) => new(runId.Length <= LongestId ? runId : runId[..LongestId]);

    /// <summary>Puts them on every line that is logged from here on, by whichever logger, until disposed of.</summary>
    public IDisposable? Scope(ILogger logger) => logger.BeginScope(this);

    /// <summary>Puts them on a span.</summary>
    public void Tag(Activity? span)
    {
        span?.SetTag(TagNames.RunId, RunId);
        if (Ticket is not null)
        {
            span?.SetTag(TagNames.TicketKey, Ticket);
        }
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, object?>>)labels).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => labels.GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => RunId;

    // SHOP-101-t5, and what serves such a run: event-SHOP-101-t5, stopped-SHOP-101-t5.
    private static string? TicketOf(string runId) =>
        Key().Match(runId) is { Success: true } match ? match.Groups["key"].Value : null;

    [GeneratedRegex(@"\A(event-|stopped-)?(?<key>[A-Z][A-Z0-9_]{0,29}-[1-9][0-9]{0,17})-", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
