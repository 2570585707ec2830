using Microsoft.Extensions.Options;
using Planner.Api.Access;

namespace Planner.Api.Events;

/// <summary>How many event streams are open; each holds a connection.</summary>
internal sealed class EventStreams(IOptions<ApiOptions> options) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.Value.EventStreams);

    /// <summary>A place, to be disposed; null where all are taken.</summary>
    public IDisposable? TryTake() => places.Wait(0) ? new Place(places) : null;

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
