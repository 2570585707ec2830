using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Planner.Durability;

namespace Planner.Api.Events;

/// <summary>Writes server-sent events; a reader that does not take them in time is cut off.</summary>
internal sealed class EventWriter(HttpContext context, EventPace pace)
{
    // Line ends are escaped, so nothing in a text can end an event; the answer is never read as a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly byte[] Sign = ": alive\n\n"u8.ToArray();

    /// <summary>Begins the stream; the reader comes back after two seconds when it breaks.</summary>
    public Task Begin(CancellationToken cancellation) => Send("retry: 2000\n\n"u8.ToArray(), cancellation);

    /// <summary>A line of the journal, under its sequence number.</summary>
    public Task Line(JournalLine line, CancellationToken cancellation)
    {
        var data = JsonSerializer.Serialize(new EventView(line.Sequence, line.Entry.At, line.Entry.Kind, line.Entry.Text), Json);
        return Send(Encoding.UTF8.GetBytes($"id: {line.Sequence}\nevent: {line.Entry.Kind}\ndata: {data}\n\n"), cancellation);
    }

    /// <summary>The run as it stands; without an id, so that a return does not skip anything.</summary>
    public Task Ended(string status, CancellationToken cancellation) =>
        Send(Encoding.UTF8.GetBytes($"event: status\ndata: {JsonSerializer.Serialize(new EndView(status), Json)}\n\n"), cancellation);

    /// <summary>A sign of life.</summary>
    public Task Beat(CancellationToken cancellation) => Send(Sign, cancellation);

    private async Task Send(byte[] bytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(pace.Patience);
        try
        {
            await context.Response.Body.WriteAsync(bytes, limit.Token);
            await context.Response.Body.FlushAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            context.Abort();
            throw;
        }
    }

    private sealed record EventView(long Sequence, DateTimeOffset At, string Kind, string Text);

    private sealed record EndView(string RunStatus);
}
