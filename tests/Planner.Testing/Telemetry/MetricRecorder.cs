using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Planner.Testing.Telemetry;

/// <summary>Hears the measurements of this process's meter from the moment it is made.</summary>
public sealed class MetricRecorder : IDisposable
{
    private readonly MeterListener listener = new();

    /// <summary>Hears a meter.</summary>
    public MetricRecorder(string meter = "Planner")
    {
        listener.InstrumentPublished = (instrument, heard) =>
        {
            if (instrument.Meter.Name == meter)
            {
                heard.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Add(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        listener.Start();
    }

    /// <summary>All measurements, in order.</summary>
    public ConcurrentQueue<Measured> All { get; } = new();

    /// <summary>Measurements of an instrument.</summary>
    public IReadOnlyList<Measured> Of(string instrument) => [.. All.Where(m => m.Name == instrument)];

    /// <summary>Asks gauges now and returns what one said.</summary>
    public IReadOnlyList<Measured> Ask(string gauge)
    {
        var before = All.Count;
        listener.RecordObservableInstruments();
        return [.. All.Skip(before).Where(m => m.Name == gauge)];
    }

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        All.Enqueue(new Measured(instrument.Name, value, tags.ToArray().ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal)));
}

/// <summary>One measurement.</summary>
public sealed record Measured(string Name, double Value, IReadOnlyDictionary<string, object?> Tags);
