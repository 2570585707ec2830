using System.Runtime.CompilerServices;
using Microsoft.DurableTask.Client;

namespace Planner.Functions.Durable;

/// <summary>
/// Lists orchestrations backwards in time. Durable Task lists in the order of its store, which is not that of creation; so the time
/// is cut into windows, the newest first. A window that holds too much is left and narrowed, one that holds little makes the
/// next one wider.
/// </summary>
internal sealed class CreationWindows(DurableTaskClient durable, TimeProvider clock)
{
    private const int Factor = 16;
    private const int LeastRead = 200;

    private static readonly TimeSpan FirstWidth = TimeSpan.FromHours(1);

    // Beyond it the rest is read in one.
    private static readonly TimeSpan Widest = TimeSpan.FromDays(100);

    /// <summary>Windows that together hold all that matches, each in no order.</summary>
    /// <param name="filter">What matches; its times are set here.</param>
    /// <param name="newest">Where to begin, inclusive; null for the newest of all.</param>
    /// <param name="wanted">How many the reader is likely to want.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async IAsyncEnumerable<IReadOnlyList<OrchestrationMetadata>> NewestFirst(
        OrchestrationQuery filter, DateTimeOffset? newest, int wanted, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // What begins with the same letters is little, as a rule: a ticket's runs.
        var width = string.IsNullOrEmpty(filter.InstanceIdPrefix) ? FirstWidth : TimeSpan.MaxValue;
        var most = Math.Max(LeastRead, 2 * wanted);
        for (var to = newest; ;)
        {
            var until = to ?? clock.GetUtcNow();
            DateTimeOffset? from = width > Widest || until - DateTimeOffset.MinValue < width ? null : until - width;
            var isOneTick = from == until;
            var window = await Read(filter with { CreatedFrom = from, CreatedTo = to }, isOneTick ? int.MaxValue : most, cancellation);
            if (window is null)
            {
                width = from is null ? Widest / Factor : width / Factor;
                continue;
            }

            yield return window;
            if (from is null)
            {
                yield break;
            }

            to = from.Value.AddTicks(-1);
            width = window.Count * 2 < wanted ? Wider(width) : width;
        }
    }

    private static TimeSpan Wider(TimeSpan width) => width.Ticks == 0 ? TimeSpan.FromTicks(Factor) : width * Factor;

    // Null where there is more than the reader should take in.
    private async Task<IReadOnlyList<OrchestrationMetadata>?> Read(OrchestrationQuery filter, int most, CancellationToken cancellation)
    {
        List<OrchestrationMetadata> found = [];
        var pageSize = Math.Min(most, 999) + 1;
        var pages = durable.GetAllInstancesAsync(filter with { PageSize = pageSize }).AsPages(pageSizeHint: pageSize);
        await foreach (var page in pages.WithCancellation(cancellation))
        {
            found.AddRange(page.Values.Where(m => !(m.CreatedAt < filter.CreatedFrom) && !(m.CreatedAt > filter.CreatedTo)));
            if (found.Count > most)
            {
                return null;
            }
        }

        return found;
    }
}
