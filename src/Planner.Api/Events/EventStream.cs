using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Planner.Api.Runs;
using Planner.Durability;

namespace Planner.Api.Events;

/// <summary>
/// Follows a run's journal for one reader: a page at a time, so that a long journal and a slow reader cost no memory,
/// until the run has ended, the time is up, the reader leaves, or the host stops.
/// </summary>
internal sealed class EventStream(IJournal journal, RunLookup runs, TimeProvider clock, IHostApplicationLifetime host, EventPace pace)
{
    private const int Page = 100;

    public async Task<bool> HasMore(string runId, long after, CancellationToken cancellation) =>
        (await journal.Read(runId, after, 1, cancellation)).Count > 0;

    public async Task Write(HttpContext context, string runId, long after)
    {
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        try
        {
            await Follow(new EventWriter(context, pace), runId, after, stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The reader left, was too slow, or the host stops: the stream ends, and the reader comes back with the last id.
        }
    }

    private async Task Follow(EventWriter writer, string runId, long after, CancellationToken cancellation)
    {
        var (began, beat) = (clock.GetTimestamp(), clock.GetTimestamp());
        await writer.Begin(cancellation);
        while (clock.GetElapsedTime(began) < pace.Longest)
        {
            // Looked at before the journal, so that what came before the end is not missed.
            var run = await runs.Find(runId, cancellation) ?? throw new RunNotFoundException(runId);
            var lines = await journal.Read(runId, after, Page, cancellation);
            foreach (var line in lines)
            {
                await writer.Line(line, cancellation);
                (after, beat) = (line.Sequence, clock.GetTimestamp());
            }

            if (lines.Count == Page)
            {
                continue;
            }

            if (run.HasEnded)
            {
                await writer.Ended(RunView.StateOf(run).ToString(), cancellation);
                return;
            }

            if (clock.GetElapsedTime(beat) >= pace.Heartbeat)
            {
                await writer.Beat(cancellation);
                beat = clock.GetTimestamp();
            }

            await Task.Delay(pace.Look, clock, cancellation);
        }
    }
}
